import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { type StoredEvent, UnitOfWork } from '#platform/database';
import { type EventHandler, Handles } from '#platform/events';
import { Language } from '#platform/language';
import { Letters } from '#platform/mail';
import { Clock } from '#platform/time';
import { PostReported } from './discussions.events.js';
import { reportWords } from './discussions.messages.js';

interface Report {
  group: string;
  thread: string;
  threadId: string;
  author: string;
  reporter: string;
  reason: string;
}

interface Moderator {
  name: string;
  email: string;
  locale: string;
}

/** Writes to the group's moderators; where it has none and is not private, to the platform's. */
@Injectable()
@Handles(PostReported)
export class TellModeratorsOfReports implements EventHandler<PostReported> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly language: Language,
    private readonly letters: Letters,
  ) {}

  /** The report is marked with the letters, so that running again writes none twice. */
  async handle({ facts: { reportId, groupId } }: StoredEvent<PostReported>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const report = await tx.one<Report>(
        `with untold as (update post_report set moderators_told_at = $2 where id = $1 and moderators_told_at is null returning *)
         select g.name as "group", t.title as thread, t.id as "threadId", p.author_name as author,
           reporter.name as reporter, untold.reason
         from untold join post p on p.id = untold.post_id join thread t on t.id = p.thread_id
         join discussion_group g on g.id = t.group_id join person reporter on reporter.id = untold.reporter_id`,
        [reportId, this.clock.now()],
      );
      if (!report) return;
      const moderators = await tx.query<Moderator>(whoModerates, [groupId]);
      for (const { name, email, locale } of moderators) {
        const values = { ...report, name, url: `${this.config.publicUrl}/threads/${report.threadId}` };
        await this.letters.write(tx, {
          to: email,
          subject: this.language.say(locale, reportWords.subject, values),
          text: this.language.say(locale, reportWords.letter, values),
        });
      }
    });
  }
}

const whoModerates = `
  with own as (select m.person_id as id from group_member m where m.group_id = $1 and m.moderator)
  select p.name, p.email, p.locale from person p
  where p.email is not null and p.verified_at is not null and (p.id in (select id from own)
    or not exists (select 1 from own) and p.roles && array['MODERATOR', 'ADMIN']
      and exists (select 1 from discussion_group g where g.id = $1 and g.visibility <> 'PRIVATE'))
  order by p.id`;
