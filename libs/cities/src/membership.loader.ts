import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { BatchLoader, groupedByKey, inKeyOrder, type KeyColumn, type Keyset } from '#platform/graphql';
import { type Membership } from './membership.entity.js';
import { bySince, membershipColumns } from './membership.queries.js';
import { PageOfParent } from './page-of-parent.js';

/** Memberships by id: confirmed ones for everybody, the others for people who have signed in. */
@Injectable()
export class MembershipLoader extends BatchLoader<string, Membership> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(Membership | null)[]> {
    const rows = await this.database.query<Membership>(
      `select ${membershipColumns('m')} from membership m
       where m.id = any($1::uuid[]) and (m.status = 'CONFIRMED' or $2)`,
      [ids, viewer.signedIn],
    );
    return inKeyOrder(ids, rows, ({ id }) => id);
  }
}

/**
 * The memberships that each person holds, and those asked for where the viewer is that person, may decide about them or
 * is an administrator. Ended ones are left out.
 */
@Injectable()
export class MembershipsOfPerson extends BatchLoader<string, Membership[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(personIds: readonly string[], viewer: Actor): Promise<Membership[][]> {
    const rows = await this.database.query<Membership>(
      `select ${membershipColumns('m')} from membership m
       where m.person_id = any($1::uuid[]) and (m.status = 'CONFIRMED' or m.status = 'REQUESTED'
         and (m.person_id = $2 or m.body_id = any($3::uuid[]) or $4))
       order by m.since, m.id`,
      [personIds, viewer.personId, viewer.focalPointOf, viewer.isAdmin],
    );
    return groupedByKey(personIds, rows, ({ personId }) => personId);
  }
}

/** The confirmed members of a city or an organisation, the longest standing first. */
@Injectable()
export class MembersOfBody extends PageOfParent<Membership> {
  protected readonly order: KeyColumn[] = bySince;

  constructor(database: Database) {
    super(database);
  }

  protected statement(page: Keyset): string {
    return `select parent.id as "parentId", ${membershipColumns('m')} from unnest($1::uuid[]) as parent (id)
      cross join lateral (
        select m.* from membership m
        where m.body_id = parent.id and m.status = 'CONFIRMED' and ${page.where}
        order by ${page.orderBy} limit ${page.limit}) m
      order by ${page.orderBy}`;
  }
}
