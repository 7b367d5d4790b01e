import { Injectable } from '@nestjs/common';
import { Cities, Memberships } from '#cities';
import { type Person, People } from '#people';
import { Config } from '#platform/config';
import { type Transaction, UnitOfWork } from '#platform/database';
import { Language } from '#platform/language';
import { Letters } from '#platform/mail';
import { type Twinning } from './twinning.entity.js';
import { letterWords } from './twinning.messages.js';

/** Says one of the {@link letterWords} in the reader's language. */
export type Say = (words: keyof typeof letterWords, values?: Record<string, unknown>) => string;

export interface LetterDraft {
  subject: string;
  paragraphs: (string | null)[];
}

/** What a letter is written from; `url` makes a web address of a path. */
export interface LetterFacts {
  say: Say;
  reader: Person;
  url: (path: string) => string;
}

/** Letters about a twinning to the focal points of one of its cities, each in the reader's language. */
@Injectable()
export class TwinningLetters {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly language: Language,
    private readonly letters: Letters,
    private readonly cities: Cities,
    private readonly memberships: Memberships,
    private readonly people: People,
  ) {}

  /** Writes what `draft` says for each reader; of one event nobody gets two letters, however often this is tried. */
  async write(
    eventId: string,
    toCity: string,
    twinning: Twinning,
    draft: (facts: LetterFacts) => LetterDraft,
  ): Promise<void> {
    const cities = await this.cities.byIds([twinning.mentorId, twinning.learnerId]);
    const nameOf = (id: string): string => cities.find((city) => city.id === id)?.name ?? '';
    const names = { mentor: nameOf(twinning.mentorId), learner: nameOf(twinning.learnerId) };
    const url = (path: string): string => `${this.config.publicUrl}${path}`;
    for (const reader of await this.people.byIds(await this.memberships.focalPointsOf(toCity))) {
      const say: Say = (words, values = {}) =>
        this.language.say(reader.locale, letterWords[words], { ...names, name: reader.name, ...values });
      const { subject, paragraphs } = draft({ say, reader, url });
      const text = [say('greeting'), ...paragraphs].filter((paragraph) => paragraph !== null).join('\n\n');
      await this.unitOfWork.run(async (tx) => {
        if (!reader.email || !(await isFirst(tx, eventId, reader.id))) return;
        await this.letters.write(tx, { to: reader.email, subject, text: `${text}\n` });
      });
    }
  }
}

async function isFirst(tx: Transaction, eventId: string, personId: string): Promise<boolean> {
  const marked = await tx.query(
    'insert into twinning_letter (event_id, person_id) values ($1, $2) on conflict do nothing returning event_id',
    [eventId, personId],
  );
  return marked.length > 0;
}
