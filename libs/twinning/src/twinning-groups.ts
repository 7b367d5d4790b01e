import { Injectable } from '@nestjs/common';
import { Cities } from '#cities';
import { GroupMembers, Groups } from '#discussions';
import { Database } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { FocalPoints } from './focal-points.js';
import { type Twinning } from './twinning.entity.js';

/** The private groups of twinnings: both cities' focal points moderate them, for as long as they are focal points. */
@Injectable()
export class TwinningGroups {
  constructor(
    private readonly database: Database,
    private readonly cities: Cities,
    private readonly focalPoints: FocalPoints,
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
    const group = await this.groups.open({
      name: `${nameOf(learnerId)} – ${nameOf(mentorId)}`,
      about: goal,
      kind: 'TWINNING',
      visibility: 'PRIVATE',
      moderatorIds: await this.focalPoints.of(mentorId, learnerId),
      createdBy: proposedById,
    });
    return group.id;
  }

  /**
   * Puts a person's place in the groups of a city's active twinnings in step with what they are to the two cities now:
   * focal points come in, people of neither city go.
   */
  async keepInStep(personId: string, cityId: string): Promise<void> {
    const groups = await this.database.query<{ groupId: string; focalPoint: boolean; ofEither: boolean }>(
      `select t.group_id as "groupId", coalesce(bool_or(m.role = 'FOCAL_POINT'), false) as "focalPoint",
              count(m.id) > 0 as "ofEither"
       from twinning t left join membership m
         on m.person_id = $1 and m.status = 'CONFIRMED' and m.city_id in (t.mentor_id, t.learner_id)
       where t.status = 'ACTIVE' and $2 in (t.mentor_id, t.learner_id) group by t.group_id`,
      [personId, cityId],
    );
    for (const { groupId, focalPoint, ofEither } of groups) {
      if (focalPoint) await this.members.add(groupId, [personId], { moderator: true });
      else if (!ofEither) await this.members.remove(groupId, [personId]);
    }
  }
}
