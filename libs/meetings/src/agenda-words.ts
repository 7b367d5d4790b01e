import { Injectable } from '@nestjs/common';
import { Language } from '#platform/language';
import { sayInstant } from '#platform/time';
import { type AgendaChange } from './agenda-changes.js';
import { type Conflict } from './agenda-conflicts.js';
import { changeMessages, conflictMessages } from './meetings.messages.js';

/** Which facts of a change are instants. */
const instantsOf: Partial<Record<AgendaChange['what'], string[]>> = {
  ADDED: ['at'],
  REMOVED: ['at'],
  SCHEDULED: ['at'],
  MOVED: ['from', 'at'],
  UNSCHEDULED: ['from'],
};

/** Says changes and conflicts in a reader's language, with times of the meeting's zone. */
@Injectable()
export class AgendaWords {
  constructor(private readonly language: Language) {}

  change(change: AgendaChange, timeZone: string, locale: string): string {
    const spoken = this.language.spoken(locale);
    const values: Record<string, unknown> = { ...change };
    for (const name of ['at', 'from', 'room']) {
      values[`has${name.charAt(0).toUpperCase()}${name.slice(1)}`] = (values[name] ?? null) === null ? 'no' : 'yes';
    }
    for (const name of instantsOf[change.what] ?? []) {
      const at = values[name];
      if (typeof at === 'string') values[name] = sayInstant(new Date(at), timeZone, spoken);
    }
    return this.language.say(spoken, changeMessages[change.what], values);
  }

  /** `person` is the name of the one who would be in two places. */
  conflict(conflict: Conflict, person: string, locale: string): string {
    const values: Record<string, unknown> = { ...conflict, person };
    if ('titles' in conflict) [values['one'], values['two']] = conflict.titles;
    if ('features' in conflict) values['features'] = conflict.features.join(', ');
    return this.language.say(locale, conflictMessages[conflict.kind], values);
  }
}
