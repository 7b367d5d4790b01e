import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import { aGroup, aThread } from '#discussions/testing';
import { member } from '#people/testing';
import { Database } from '#platform/database';
import { type Gemina, startGemina } from '../harness/index.js';
import { until } from './mail/until.js';

describe('what lists keep about a person', () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  it('goes with the account: held mail, originals and addresses; posts stay readable', async () => {
    const password = 'a long enough password';
    const ana = await member(gemina.app, { password });
    const bo = await member(gemina.app);
    const group = await aGroup(gemina.app, { memberIds: [ana.id], moderatorIds: [bo.id] });
    const database = gemina.app.get(Database);
    const send = async (subject: string) => {
      const client = createTransport({ host: '127.0.0.1', port: gemina.smtpPort, ignoreTLS: true });
      await client.sendMail({
        from: ana.email,
        to: `${group.slug}@lists.localhost`,
        subject,
        text: `${subject} words`,
      });
      client.close();
      await until(
        async () => (await database.one('select 1 from inbound_message where subject = $1', [subject])) !== null,
        subject,
      );
    };
    await send('posted');
    await gemina.ask(
      'mutation ($input: UpdateMailingListInput!) { updateMailingList(input: $input) { id } }',
      { input: { groupId: group.id, policy: 'ALL_MODERATED' } },
      bo.token,
    );
    await send('held');
    await aThread(gemina.app, bo.id, { groupId: group.id, title: 'To Ana', body: 'words' });
    await until(() => gemina.relay.mails.some(({ to }) => to === ana.email), 'a mail to Ana');

    const erased = await gemina.graphql(
      'mutation ($password: String) { eraseMyAccount(password: $password) }',
      { password },
      ana.token,
    );

    assert.equal(erased.data?.['eraseMyAccount'], true, JSON.stringify(erased.errors));
    const tables = ['inbound_message', 'delivery', 'outgoing_mail', 'mail_answer'];
    for (const table of tables) {
      const left = await database.query(`select 1 from ${table} kept where kept::text ilike '%' || $1 || '%'`, [
        ana.email,
      ]);
      assert.deepEqual(left, [], table);
    }
    const raws = await database.query(`select 1 from inbound_message where length(raw) > 0 and group_id = $1`, [
      group.id,
    ]);
    assert.deepEqual(raws, []);
    const { group: seen } = await gemina.ask(
      'query ($id: ID!) { group(id: $id) { mailingList { held { totalCount } } threads { nodes { title posts { nodes { body } } } } } }',
      { id: group.id },
      bo.token,
    );
    assert.equal(seen.mailingList.held.totalCount, 0);
    assert.ok(JSON.stringify(seen.threads).includes('posted words'));
    assert.ok(!JSON.stringify(seen.threads).includes('held words'));
  });
});
