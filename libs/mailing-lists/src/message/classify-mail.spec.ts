import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { classifyMail } from './classify-mail.js';
import { type MailAddress } from './mail-address.js';
import { MailWorkshop } from './mail-workshop.js';

const list: MailAddress = { kind: 'list', group: 'housing' };
const workshop = new MailWorkshop({ resolver: () => Promise.resolve([]) });
after(() => workshop.close());

async function classOf(fields: string[], { mailFrom = 'ana@graz.example', address = list, body = 'text' } = {}) {
  const from = fields.some((line) => /^from:/i.test(line)) ? [] : ['From: ana@graz.example'];
  const mail = await workshop.read(Buffer.from([...from, ...fields, '', body].join('\r\n')));
  const found = classifyMail(mail, { mailFrom, address }, (listId) => listId.endsWith('.lists.example'));
  return `${found.class.kind}${found.answerable ? '' : ', no answer'}`;
}

const report = (type: string, part: string) => ({
  fields: ['From: mailer-daemon@mx.example', `Content-Type: multipart/report; report-type=${type}; boundary=b`],
  body: `--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: ${part}\r\n\r\nStatus: 5.1.1\r\n--b--`,
});

describe('what a mail is', () => {
  it('is a post when a person wrote it, also one who says so', async () => {
    assert.equal(await classOf(['Subject: Keys']), 'POST');
    assert.equal(await classOf(['Auto-Submitted: no', 'Subject: Out of office hours for tenants']), 'POST');
    assert.equal(await classOf(['Subject: Out of office hours for tenants']), 'POST');
    assert.equal(await classOf(['X-Auto-Response-Suppress: All']), 'POST');
    assert.equal(await classOf(['Subject: Automation of housing benefits']), 'POST');
  });

  it('is a bounce by its report, its daemon or its null sender', async () => {
    const delivery = report('delivery-status', 'message/delivery-status');
    assert.equal(await classOf(delivery.fields, { body: delivery.body }), 'BOUNCE, no answer');
    assert.equal(await classOf(['Subject: hello'], { mailFrom: '' }), 'BOUNCE, no answer');
    assert.equal(
      await classOf(['From: MAILER-DAEMON@mx.example', 'Subject: Undelivered Mail Returned to Sender']),
      'BOUNCE, no answer',
    );
    assert.equal(await classOf(['X-Failed-Recipients: a@b.example']), 'BOUNCE, no answer');
    const return_: MailAddress = {
      kind: 'bounces',
      group: 'housing',
      deliveryId: '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c11',
    };
    assert.equal(await classOf(['Subject: Re: Keys'], { address: return_ }), 'BOUNCE, no answer');
  });

  it('is a complaint by its feedback report', async () => {
    const complaint = report('feedback-report', 'message/feedback-report');
    assert.equal(await classOf(complaint.fields, { body: complaint.body }), 'COMPLAINT, no answer');
  });

  it('is an automatic reply by RFC 3834 or by the habits of its program', async () => {
    const signs = [
      'Auto-Submitted: auto-replied',
      'Auto-Submitted: auto-generated; owner-email="x@y.example"',
      'Precedence: auto_reply',
      'X-Autoreply: yes',
      'X-Autorespond: Keys',
      'Subject: Automatic reply: Keys',
      'Subject: Automatische Antwort: Schlüssel',
      'Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A?= absence',
      'Subject: Abwesenheitsnotiz: Keys',
      'Subject: Out of Office: Keys',
    ];
    for (const sign of signs) assert.equal(await classOf([sign]), 'AUTO_REPLY, no answer', sign);
  });

  it('is our own mail when it carries our mark or our list', async () => {
    assert.equal(await classOf(['X-Gemina-Post: 0192f0c1']), 'OWN_MAIL, no answer');
    assert.equal(await classOf(['List-Id: Housing <housing.lists.example>']), 'OWN_MAIL, no answer');
    assert.equal(await classOf(['List-Id: <other.elsewhere.example>']), 'POST, no answer');
  });

  it('is a command by the address it was sent to', async () => {
    assert.equal(await classOf([], { address: { kind: 'leave', group: 'housing' } }), 'COMMAND');
    assert.equal(await classOf([], { address: { kind: 'owner', group: 'housing' } }), 'TO_OWNER');
    assert.equal(
      await classOf(['Auto-Submitted: auto-replied'], { address: { kind: 'join', group: 'housing' } }),
      'AUTO_REPLY, no answer',
    );
  });

  it('answers no machine and no list', async () => {
    assert.equal(await classOf(['From: no-reply@shop.example']), 'POST, no answer');
    assert.equal(await classOf(['Precedence: bulk']), 'POST, no answer');
  });
});
