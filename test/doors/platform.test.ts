import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Database, DomainEvent, UnitOfWork } from '#platform/database';
import { JobList } from '#platform/jobs';
import { RateLimits } from '#platform/limits';
import { Letters } from '#platform/mail';
import { RateLimited } from '#platform/refusals';
import { type Gemina, startGemina } from '../harness/index.js';

class BellRung extends DomainEvent {
  static override readonly storedName = 'test.bell-rung';

  constructor(
    readonly by: number,
    private readonly places: string[],
  ) {
    super();
  }

  override topics(): string[] {
    return this.places;
  }
}

describe('the ground floor', () => {
  let gemina: Gemina;
  let units: UnitOfWork;
  let database: Database;

  before(async () => {
    gemina = await startGemina();
    units = gemina.app.get(UnitOfWork);
    database = gemina.app.get(Database);
  });
  after(() => gemina.stop());

  it('numbers the events of each topic without a gap, however many write at once', async () => {
    const writers = Array.from({ length: 60 }, (_, by) =>
      units.run(async (tx) => {
        const places = by % 2 ? ['test:a', 'test:b'] : ['test:b', 'test:a'];
        tx.record(new BellRung(by, places));
        if (by % 10 === 3) throw new Error('rolled back on purpose');
      }),
    );
    const settled = await Promise.allSettled(writers);

    const kept = settled.filter(({ status }) => status === 'fulfilled').length;
    for (const topic of ['test:a', 'test:b']) {
      const rows = await database.query<{ cursor: string }>(
        'select cursor from topic_event where topic = $1 order by cursor',
        [topic],
      );
      assert.deepEqual(
        rows.map(({ cursor }) => Number(cursor)),
        Array.from({ length: kept }, (_, nr) => nr + 1),
      );
    }
    assert.equal(kept, 54);
  });

  it('leaves nothing of a unit of work that fails: no row, no event, no job', async () => {
    const before = await database.one<{ jobs: number; events: number }>(
      'select (select count(*)::int from graphile_worker._private_jobs) as jobs, (select count(*)::int from event) as events',
    );

    await assert.rejects(
      units.run(async (tx) => {
        await tx.addJob('test.nothing', {});
        tx.record(new BellRung(1, ['test:c']));
        throw new Error('changed my mind');
      }),
      /changed my mind/,
    );

    const afterwards = await database.one<{ jobs: number; events: number }>(
      'select (select count(*)::int from graphile_worker._private_jobs) as jobs, (select count(*)::int from event) as events',
    );
    assert.deepEqual(afterwards, before);
  });

  it('marks every committed event as announced', async () => {
    await units.run((tx) => Promise.resolve(tx.record(new BellRung(7, ['test:d']))));

    await eventually(async () => {
      const left = await database.one<{ left: number }>(
        'select count(*)::int as left from event where relayed_at is null',
      );
      assert.equal(left?.left, 0);
    });
  });

  it('shows an operator the jobs that died, with their last error, and tries them again when told', async () => {
    const jobs = gemina.app.get(JobList);
    await units.run((tx) =>
      tx.addJob('handle-event', { handler: 'NobodyOfThisName', eventId: '1' }, { maxAttempts: 1 }),
    );

    const [dead] = await eventually(async () => {
      const list = await jobs.list(true);
      assert.equal(list.length, 1);
      return list;
    });
    await jobs.retry(dead?.id ?? '');

    assert.match(dead?.lastError ?? '', /No handler is called NobodyOfThisName/);
    await eventually(async () => assert.equal((await jobs.list(true))[0]?.attempts, 1));
    await assert.rejects(jobs.retry('999999999'), /no such job/);
    await assert.rejects(jobs.retry('1; drop table event'), /no such job/);
  });

  it('mails a letter through the relay after the commit, and forgets its words', async () => {
    await units.run((tx) =>
      gemina.app.get(Letters).write(tx, { to: 'mayor@graz.example', subject: 'Grüß Gott', text: 'secret-token-123' }),
    );

    const { mail, header } = await gemina.relay.mailWhere(({ to }) => to === 'mayor@graz.example');
    assert.equal(mail.subject, 'Grüß Gott');
    assert.equal(header('auto-submitted'), 'auto-generated');
    await eventually(async () => {
      const row = await database.one<{ bytes: number }>(
        'select length(raw) as bytes from outgoing_mail where sent_at is not null',
      );
      assert.equal(row?.bytes, 0);
    });
  });

  it('reads on after a migration changed what a prepared statement answers', async () => {
    await database.query('create table test_changing (one int)');
    await database.query('insert into test_changing values (1)');
    const read = () => database.query('select * from test_changing');
    for (let nr = 0; nr < 30; nr += 1) await Promise.all([read(), read(), read()]); // prepared on several connections

    await database.query('alter table test_changing add column two text');

    const rows = await Promise.all(Array.from({ length: 10 }, read));
    assert.deepEqual(
      rows,
      Array.from({ length: 10 }, () => [{ one: 1, two: null }]),
    );
  });

  it('counts sensitive acts over all processes and says when to come back', async () => {
    const limits = gemina.app.get(RateLimits);
    const rate = { points: 3, seconds: 60 };

    for (let nr = 0; nr < 3; nr += 1) await limits.take('test', 'somebody', rate);

    await assert.rejects(limits.take('test', 'somebody', rate), (error: unknown) => {
      assert.ok(error instanceof RateLimited);
      assert.ok(error.retryAfterSeconds > 0 && error.retryAfterSeconds <= 60);
      return true;
    });
    await limits.take('test', 'somebody else', rate);
  });
});

async function eventually<T>(check: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 10_000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
