import { Injectable } from '@nestjs/common';
import { GroupQueries } from '#discussions';
import { type StoredEvent } from '#platform/database';
import { type EventHandler, Handles } from '#platform/events';
import { TwinningLetters } from './twinning-letters.js';
import { TwinningAnswered } from './twinning.events.js';
import { TwinningQueries } from './twinning.queries.js';

@Injectable()
@Handles(TwinningAnswered)
export class MailAnswerToLearner implements EventHandler<TwinningAnswered> {
  constructor(
    private readonly twinnings: TwinningQueries,
    private readonly groups: GroupQueries,
    private readonly letters: TwinningLetters,
  ) {}

  async handle({ id, facts }: StoredEvent<TwinningAnswered>): Promise<void> {
    const twinning = await this.twinnings.anyById(facts.twinningId);
    if (!twinning) return;
    const group = twinning.groupId === null ? null : await this.groups.byId(twinning.groupId);
    const { accepted } = facts;
    await this.letters.write(id, facts.learnerId, twinning, ({ say, url }) => ({
      subject: say(accepted ? 'acceptedSubject' : 'declinedSubject'),
      paragraphs: [
        say(accepted ? 'accepted' : 'declined'),
        twinning.answer && say('mentorWrites'),
        twinning.answer,
        group ? `${say('group')}\n${url(`/groups/${group.slug}`)}` : `${say('others')}\n${url('/twinning')}`,
      ],
    }));
  }
}
