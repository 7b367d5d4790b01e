import { Injectable } from '@nestjs/common';
import { type Visibility } from '#discussions';
import { Database } from '#platform/database';
import { canonicalEmail } from '#people';
import { ListAddresses } from './list-addresses.js';
import { type MailAddress } from './message/mail-address.js';

/** A group as the mail doors know it. */
export interface MailGroup {
  id: string;
  slug: string;
  name: string;
  visibility: Visibility;
}

interface Candidate extends MailGroup {
  knowsSender: boolean;
}

const found = `g.id, g.slug, g.name, g.visibility,
  exists (select 1 from group_member m join person p on p.id = m.person_id
          where m.group_id = g.id and p.canonical_email = $2 and p.verified_at is not null) as "knowsSender"`;

/** Finds the group that an address belongs to. */
@Injectable()
export class ListDirectory {
  constructor(
    private readonly database: Database,
    private readonly addresses: ListAddresses,
  ) {}

  /**
   * The group behind an address, as far as somebody who writes from `mailFrom` may know of it; null is answered with the one
   * "no such list", whether there is none or a private one. To have a thread's address or a signed return path is to know of it.
   */
  async groupAt(address: MailAddress, mailFrom: string): Promise<MailGroup | null> {
    const candidates = await this.candidates(address, canonicalEmail(mailFrom));
    const [group, ...others] = candidates.filter(({ slug }) => this.addresses.belongsTo(address, slug));
    if (!group || others.length > 0) return null;
    const { knowsSender, ...known } = group;
    const toldByAddress = address.kind === 'thread' || address.kind === 'bounces';
    return group.visibility !== 'PRIVATE' || knowsSender || toldByAddress ? known : null;
  }

  private candidates(address: MailAddress, sender: string | null): Promise<Candidate[]> {
    switch (address.kind) {
      case 'thread':
        return this.database.query<Candidate>(
          `select ${found} from thread t join discussion_group g on g.id = t.group_id where t.id = $1`,
          [address.threadId, sender],
        );
      case 'bounces':
        return this.database.query<Candidate>(
          `select ${found} from delivery d join discussion_group g on g.id = d.group_id where d.id = $1`,
          [address.deliveryId, sender],
        );
      default:
        // A command after a very long slug leaves no room for all of it.
        return this.database.query<Candidate>(
          `select ${found} from discussion_group g where g.slug = $1 or (length($1) > 20 and starts_with(g.slug, $1)) limit 20`,
          [address.group, sender],
        );
    }
  }
}
