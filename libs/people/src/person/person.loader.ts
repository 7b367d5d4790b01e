import { Injectable } from '@nestjs/common';
import { type Actor, type Standing, Standings } from '#platform/access';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import type { Person } from './person.entity.js';
import { personPolicy } from './person.policy.js';
import { People } from './person.queries.js';

/** People by id, whom the viewer may know of. Those who have left come back without anything personal. */
@Injectable()
export class PersonLoader extends BatchLoader<string, Person> {
  constructor(private readonly people: People) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(Person | null)[]> {
    const people = await this.people.byIds(ids);
    return inKeyOrder(
      ids,
      people.filter((person) => personPolicy.see(viewer, person)),
      (person) => person.id,
    );
  }
}

/** The bodies that each person belongs to; an empty list where there is none. */
@Injectable()
export class StandingsLoader extends BatchLoader<string, Standing[]> {
  constructor(private readonly standings: Standings) {
    super();
  }

  async batch(personIds: readonly string[]): Promise<Standing[][]> {
    const byPerson = await this.standings.standingsOf(personIds);
    return personIds.map((id) => byPerson.get(id) ?? []);
  }
}
