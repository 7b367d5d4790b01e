import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One list for each group, opened with the group by a trigger so that there is no moment without; the number of its
 * subscribers is kept by the same means, whichever way a membership changes.
 */
export class MailingLists1763760001000 implements MigrationInterface {
  readonly name = 'MailingLists1763760001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mailing_list (
        id uuid primary key,
        group_id uuid not null constraint mailing_list_one_per_group unique,
        policy text not null default 'MEMBERS_ONLY' constraint mailing_list_policy
          check (policy in ('MEMBERS_ONLY', 'MEMBERS_AND_MODERATED_OTHERS', 'ALL_MODERATED', 'MODERATORS_ONLY')),
        subscriber_count int not null default 0 constraint mailing_list_counts_up check (subscriber_count >= 0),
        held_count int not null default 0 constraint mailing_list_holds_up check (held_count >= 0),
        created_at timestamptz not null
      );
      insert into mailing_list (id, group_id, subscriber_count, created_at)
        select gen_random_uuid(), g.id,
               (select count(*) from group_member m where m.group_id = g.id and m.delivery <> 'NOTHING'), g.created_at
        from discussion_group g;

      create function open_mailing_list() returns trigger language plpgsql as $$
      begin
        insert into mailing_list (id, group_id, created_at) values (gen_random_uuid(), new.id, new.created_at);
        return null;
      end $$;
      create trigger mailing_list_opens after insert on discussion_group for each row execute function open_mailing_list();

      create function count_mailing_list_subscribers() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' and old.delivery <> 'NOTHING' then
          update mailing_list set subscriber_count = subscriber_count - 1 where group_id = old.group_id;
        end if;
        if tg_op <> 'DELETE' and new.delivery <> 'NOTHING' then
          update mailing_list set subscriber_count = subscriber_count + 1 where group_id = new.group_id;
        end if;
        return null;
      end $$;
      create trigger mailing_list_counts after insert or delete or update of delivery, group_id on group_member
        for each row execute function count_mailing_list_subscribers();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger mailing_list_counts on group_member;
      drop function count_mailing_list_subscribers();
      drop trigger mailing_list_opens on discussion_group;
      drop function open_mailing_list();
      drop table mailing_list;
    `);
  }
}
