import { Injectable } from '@nestjs/common';
import { Cities, Memberships } from '#cities';
import { GroupMembers, Groups } from '#discussions';
import { type Standing, Standings } from '#platform/access';
import { Database } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { type Twinning } from './twinning.entity.js';

/** The private groups of twinnings: both cities' focal points moderate them, for as long as they are focal points. */
@Injectable()
export class TwinningGroups {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly cities: Cities,
    private readonly memberships: Memberships,
    private readonly groups: Groups,
    private readonly members: GroupMembers,
  ) {}

  /** Opens the group in the caller's unit of work; answers its id. */
  async open({ mentorId, learnerId, goal, proposedById }: Twinning): Promise<string> {
    const cities = await this.cities.byIds([mentorId, learnerId]);
    const nameOf = (id: string): string => {
      const city = cities.find((one) => one.id === id);
      if (!city) throw new NotFound('city');
      return city.name;
    };
    const ofMentor = await this.memberships.focalPointsOf(mentorId);
    const ofLearner = await this.memberships.focalPointsOf(learnerId);
    const group = await this.groups.open({
      name: `${nameOf(learnerId)} – ${nameOf(mentorId)}`,
      about: goal,
      kind: 'TWINNING',
      visibility: 'PRIVATE',
      moderatorIds: [...new Set([...ofMentor, ...ofLearner])],
      createdBy: proposedById,
    });
    return group.id;
  }

  /**
   * Puts a person's place in the groups of a city's active twinnings in step with what they are to the two cities now:
   * focal points come in, people of neither city go.
   */
  async keepInStep(personId: string, cityId: string): Promise<void> {
    const standings = (await this.standings.standingsOf([personId])).get(personId) ?? [];
    const twinnings = await this.database.query<{ groupId: string; cityIds: string[] }>(
      `select group_id as "groupId", array[mentor_id, learner_id] as "cityIds"
       from twinning where status = 'ACTIVE' and (mentor_id = $1 or learner_id = $1) order by id`,
      [cityId],
    );
    for (const { groupId, cityIds } of twinnings) {
      const here = standings.filter(({ bodyId }: Standing) => cityIds.includes(bodyId));
      if (here.length === 0) await this.members.remove(groupId, [personId]);
      else if (here.some(({ role }) => role === 'FOCAL_POINT')) {
        await this.members.add(groupId, [personId], { moderator: true });
      }
    }
  }
}
