import { Injectable } from '@nestjs/common';
import type { Standing } from './actor.js';

/** Knows which bodies people belong to. Owned here, implemented by the floor that knows cities. */
export interface StandingSource {
  /** Confirmed memberships by person id; people without any are left out. */
  standingsOf(personIds: readonly string[]): Promise<Map<string, Standing[]>>;
}

/** Where the source puts itself at start; before that nobody belongs anywhere. */
@Injectable()
export class Standings implements StandingSource {
  private source: StandingSource | null = null;

  comeFrom(source: StandingSource): void {
    this.source = source;
  }

  async standingsOf(personIds: readonly string[]): Promise<Map<string, Standing[]>> {
    if (!this.source || personIds.length === 0) return new Map();
    return this.source.standingsOf(personIds);
  }
}
