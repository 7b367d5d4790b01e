import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every mail that was answered with 250, with what became of it. Two copies of one mail to one list fold into one:
 * `inbound_message_once`. Answers to senders are counted by day: `mail_answer_once_a_day`.
 */
export class InboundMessages1763760002000 implements MigrationInterface {
  readonly name = 'InboundMessages1763760002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table inbound_message (
        id uuid primary key,
        group_id uuid not null,
        address text not null,
        mail_from text not null,
        client_ip text,
        helo text not null,
        raw bytea not null,
        received_at timestamptz not null,
        status text not null constraint inbound_message_status
          check (status in ('RECEIVED', 'POSTED', 'HELD', 'DONE', 'REFUSED', 'IGNORED', 'DUPLICATE', 'REJECTED')),
        decided_at timestamptz,
        decided_by uuid,
        message_id text,
        person_id uuid,
        from_name text not null default '',
        from_address text not null default '',
        subject text not null default '',
        excerpt text not null default '',
        authentication jsonb,
        hold_reason text constraint inbound_message_hold_reason
          check (hold_reason in ('NOT_A_MEMBER', 'MODERATED', 'SUSPECTED_SPAM', 'FAILED_AUTHENTICATION',
                                 'TOO_LARGE', 'TOO_MANY_RECIPIENTS', 'IMPLICIT_DESTINATION')),
        refusal text,
        post_id uuid,
        constraint inbound_message_is_decided check ((status = 'RECEIVED') = (decided_at is null)),
        constraint inbound_message_held_for_a_reason check (status <> 'HELD' or hold_reason is not null),
        constraint inbound_message_posted_as_a_post check (status <> 'POSTED' or post_id is not null)
      );
      create unique index inbound_message_once on inbound_message (group_id, message_id)
        where status in ('POSTED', 'HELD', 'REJECTED', 'DONE');
      create index inbound_message_held on inbound_message (group_id, received_at, id) where status = 'HELD';
      create index inbound_message_undecided on inbound_message (received_at) where status = 'RECEIVED';

      create table mail_answer (
        recipient text not null,
        kind text not null,
        day date not null,
        constraint mail_answer_once_a_day primary key (recipient, kind, day)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table mail_answer; drop table inbound_message;`);
  }
}
