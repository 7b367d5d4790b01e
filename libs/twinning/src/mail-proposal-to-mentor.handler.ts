import { Injectable } from '@nestjs/common';
import { type StoredEvent } from '#platform/database';
import { type EventHandler, Handles } from '#platform/events';
import { sayInstant } from '#platform/time';
import { TwinningLetters } from './twinning-letters.js';
import { TwinningProposed } from './twinning.events.js';
import { TwinningQueries } from './twinning.queries.js';

/** A proposal that was answered or taken back meanwhile is not mailed any more. */
@Injectable()
@Handles(TwinningProposed)
export class MailProposalToMentor implements EventHandler<TwinningProposed> {
  constructor(
    private readonly twinnings: TwinningQueries,
    private readonly letters: TwinningLetters,
  ) {}

  async handle({ id, facts }: StoredEvent<TwinningProposed>): Promise<void> {
    const twinning = await this.twinnings.anyById(facts.twinningId);
    if (twinning?.status !== 'PROPOSED') return;
    const { goal, message, expiresAt } = twinning;
    await this.letters.write(id, facts.mentorId, twinning, ({ say, reader, url }) => ({
      subject: say('proposedSubject'),
      paragraphs: [
        say('proposed'),
        goal,
        message && say('learnerWrites'),
        message,
        `${say('answerBy', { until: sayInstant(expiresAt, reader.timeZone, reader.locale) })}\n${url('/twinning')}`,
      ],
    }));
  }
}
