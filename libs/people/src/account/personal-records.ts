import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database';

type ReadRecords = (personId: string) => Promise<object>;
type EraseTraces = (tx: Transaction, personId: string) => Promise<void>;

/** Where each lib puts, at start, how to read what it keeps about a person: all of it goes into the person's export. */
@Injectable()
export class PersonalRecords {
  private readonly readers = new Map<string, ReadRecords>();

  /** `section` is the lib's name; it becomes a key of the exported file. */
  add(section: string, read: ReadRecords): void {
    if (this.readers.has(section)) throw new Error(`The personal records of ${section} were added before.`);
    this.readers.set(section, read);
  }

  async of(personId: string): Promise<Record<string, object>> {
    const records: Record<string, object> = {};
    for (const [section, read] of [...this.readers].sort(([one], [two]) => (one < two ? -1 : 1))) {
      records[section] = await read(personId);
    }
    return records;
  }
}

/** Where each lib puts, at start, how to take a person out of what it keeps; all run in the transaction that erases the account. */
@Injectable()
export class Erasers {
  private readonly steps = new Map<string, EraseTraces>();

  add(section: string, erase: EraseTraces): void {
    if (this.steps.has(section)) throw new Error(`The eraser of ${section} was added before.`);
    this.steps.set(section, erase);
  }

  async erase(tx: Transaction, personId: string): Promise<void> {
    for (const step of this.steps.values()) await step(tx, personId);
  }
}
