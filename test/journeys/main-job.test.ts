import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { createTransport } from 'nodemailer';
import { type Data, type Gemina, type Live, startGemina } from '../harness/index.js';

const adminEmail = 'office@gemina.example';
const password = 'correct horse battery staple';

/**
 * The main job from end to end on the shipped facts of real cities, through public doors only: GraphQL over HTTP and
 * WebSocket, SMTP in, SMTP out to a relay, calendars read by another library. Each step goes on from the one before.
 */
describe('a learner city finds its mentor, they talk, and the network meets', () => {
  let gemina: Gemina;
  let admin: string;
  let brno: Data;
  let graz: Data;
  const people: Record<string, { token: string; id: string; email: string }> = {};

  before(async () => {
    gemina = await startGemina({ GEMINA_ADMIN_EMAIL: adminEmail, GEMINA_ADMIN_PASSWORD: password }, { facts: true });
    admin = (
      await gemina.ask('mutation($input: SignInInput!) { signIn(input: $input) { token } }', {
        input: { email: adminEmail, password },
      })
    )['signIn'].token;
  });
  after(() => gemina.stop());

  /** Signs up, follows the link in the mail, and signs in, as a person would. */
  async function join(name: string, email: string, locale: string): Promise<void> {
    await gemina.ask('mutation($input: SignUpInput!) { signUp(input: $input) { token viewer { name } } }', {
      input: { name, email, password, locale, timeZone: 'Europe/Vienna' },
    });
    const { mail } = await gemina.relay.mailWhere(({ to }) => to === email);
    const token = /token=([\w.-]+)/.exec(mail.text ?? '')?.[1];
    await gemina.ask('mutation($token: String!) { verifyEmail(token: $token) }', { token });
    const { signIn } = await gemina.ask(
      'mutation($input: SignInInput!) { signIn(input: $input) { token viewer { id email } } }',
      { input: { email, password } },
    );
    people[name] = { token: signIn.token as string, id: signIn.viewer.id as string, email };
  }

  const tokenOf = (name: string): string => people[name]?.token ?? '';

  async function becomeFocalPoint(name: string, cityId: string): Promise<void> {
    const { requestMembership } = await gemina.ask(
      'mutation($input: RequestMembershipInput!) { requestMembership(input: $input) { id status } }',
      { input: { bodyId: cityId, role: 'FOCAL_POINT', title: 'Human rights officer' } },
      tokenOf(name),
    );
    assert.equal(requestMembership.status, 'REQUESTED');
    const { confirmMembership } = await gemina.ask(
      'mutation($id: ID!) { confirmMembership(id: $id) { status } }',
      { id: requestMembership.id },
      admin,
    );
    assert.equal(confirmMembership.status, 'CONFIRMED');
  }

  it('shows the directory of real authorities with every claim and its source', async () => {
    const {
      brno: first,
      graz: second,
      nuremberg,
      cities,
    } = await gemina.ask(
      `{ brno: city(slug: "brno") { id name country } graz: city(slug: "graz") { id name declaredYear claims { subject value source } }
         nuremberg: city(slug: "nuremberg") { claims { subject value source } }
         cities(first: 100) { totalCount nodes { id location { latitude } } } }`,
    );
    brno = first as Data;
    graz = second as Data;

    assert.ok(cities.totalCount >= 40, String(cities.totalCount));
    assert.equal(graz['declaredYear'], 2001);
    assert.ok(graz['claims'].every((claim: Data) => claim['source'].length > 5));
    assert.ok(nuremberg.claims.length >= 2);
  });

  it('takes in practitioners of both cities, by mail and by confirmation', async () => {
    await join('Jana Nováková', 'jana@brno.example', 'en');
    await join('Gernot Huber', 'gernot@graz.example', 'de');
    await join('Eve Other', 'eve@york.example', 'en');
    await becomeFocalPoint('Jana Nováková', brno['id']);
    await becomeFocalPoint('Gernot Huber', graz['id']);
  });

  it('suggests the mentor that fits, with reasons that add up', async () => {
    await gemina.ask(
      'mutation($input: OfferMentoringInput!) { offerMentoring(input: $input) { id capacity activeCount open } }',
      {
        input: {
          cityId: graz['id'],
          themes: ['RACISM', 'NON_DISCRIMINATION'],
          languages: ['de', 'en'],
          formats: ['ONLINE_SESSION', 'STUDY_VISIT'],
          capacity: 1,
        },
      },
      tokenOf('Gernot Huber'),
    );
    const { requestLearning } = await gemina.ask(
      `mutation($input: RequestLearningInput!) { requestLearning(input: $input) { id suggestions(first: 5) {
         score summary mentor { id name } factors { kind score weight reason } } } }`,
      {
        input: {
          cityId: brno['id'],
          themes: ['RACISM'],
          languages: ['en'],
          formats: ['ONLINE_SESSION'],
          goal: 'Set up an advisory council.',
        },
      },
      tokenOf('Jana Nováková'),
    );
    const [best] = requestLearning.suggestions as Data[];
    assert.equal(best?.['mentor'].name, 'Graz');
    const weights = (best?.['factors'] as Data[]).reduce((sum, factor) => sum + factor['weight'], 0);
    const score = (best?.['factors'] as Data[]).reduce((sum, factor) => sum + factor['weight'] * factor['score'], 0);
    assert.ok(Math.abs(weights - 1) < 1e-9);
    assert.ok(Math.abs(score - best?.['score']) < 1e-9);
    assert.ok((best?.['factors'] as Data[]).every((factor) => factor['reason'].length > 3));
    brno['requestId'] = requestLearning.id;
  });

  let group: Data;

  it('lets the learner propose and the mentor accept, and a private group opens', async () => {
    const { proposeTwinning } = await gemina.ask(
      'mutation($input: ProposeTwinningInput!) { proposeTwinning(input: $input) { id status group { id } } }',
      {
        input: {
          learningRequestId: brno['requestId'],
          mentorId: graz['id'],
          message: 'Would you show us how your council works?',
        },
      },
      tokenOf('Jana Nováková'),
    );
    assert.deepEqual([proposeTwinning.status, proposeTwinning.group], ['PROPOSED', null]);
    const strangers = await gemina.refusal(
      'mutation($input: AnswerTwinningInput!) { answerTwinning(input: $input) { id } }',
      { input: { twinningId: proposeTwinning.id, accept: true } },
      tokenOf('Eve Other'),
    );

    const { answerTwinning } = await gemina.ask(
      'mutation($input: AnswerTwinningInput!) { answerTwinning(input: $input) { status group { id slug visibility mailingList { address listId } } } }',
      { input: { twinningId: proposeTwinning.id, accept: true, answer: 'With pleasure.' } },
      tokenOf('Gernot Huber'),
    );

    group = answerTwinning.group as Data;
    assert.ok(['NOT_FOUND', 'FORBIDDEN'].includes(strangers));
    assert.equal(answerTwinning.status, 'ACTIVE');
    assert.equal(group['visibility'], 'PRIVATE');
    const { hidden } = await gemina.ask(
      'query($id: ID) { hidden: group(id: $id) { id } }',
      { id: group['id'] },
      tokenOf('Eve Other'),
    );
    assert.equal(hidden, null);
  });

  const activity = `subscription($threadId: ID!, $after: Cursor) { threadActivity(threadId: $threadId, after: $after) {
    __typename cursor ... on PostAdded { post { id authorName html origin quoted } } } }`;
  let thread: Data;
  let live: Live;

  it('carries a thread on the web live to whoever reads it', async () => {
    const { startThread } = await gemina.ask(
      'mutation($input: StartThreadInput!) { startThread(input: $input) { id address posts(first: 1) { nodes { id messageId html } } } }',
      { input: { groupId: group['id'], title: 'Advisory council', body: 'How do you **choose** its members?' } },
      tokenOf('Jana Nováková'),
    );
    thread = startThread as Data;
    assert.match(thread['posts'].nodes[0].html, /<strong>choose<\/strong>/);

    live = await gemina.subscribe(activity, { threadId: thread['id'] }, tokenOf('Gernot Huber'));
    await gemina.ask(
      'mutation($input: ReplyInput!) { reply(input: $input) { id } }',
      { input: { threadId: thread['id'], body: 'And for how long?', idempotencyKey: 'k-1' } },
      tokenOf('Jana Nováková'),
    );

    const seen = await live.next();
    assert.equal(seen.data?.['threadActivity'].post.authorName, 'Jana Nováková');
    assert.equal(
      await gemina.refusal(
        'mutation($input: ReplyInput!) { reply(input: $input) { id } }',
        { input: { threadId: thread['id'], body: 'Hi' } },
        tokenOf('Eve Other'),
      ),
      'NOT_FOUND',
    );
  });

  it('mails each post to the other with all that a mail reader needs to thread, answer and leave', async () => {
    const first = await gemina.relay.mailWhere(
      ({ to, mail }) => to === 'gernot@graz.example' && mail.text?.includes('choose') === true,
    );
    const second = await gemina.relay.mailWhere(
      ({ to, mail }) => to === 'gernot@graz.example' && mail.text?.includes('for how long') === true,
    );

    assert.equal(first.header('message-id'), thread['posts'].nodes[0].messageId);
    assert.equal(second.header('in-reply-to'), first.header('message-id'));
    assert.ok(second.header('references')?.includes(first.header('message-id') ?? '?'));
    assert.ok(first.header('list-id')?.includes(group['mailingList'].listId.replace(/[<>]/g, '')));
    assert.match(first.header('list-unsubscribe') ?? '', /<https?:\/\/[^>]+\/unsubscribe\?token=[^>]+>/);
    assert.equal(first.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    assert.equal(first.header('x-gemina-post'), thread['posts'].nodes[0].id);
    assert.equal(first.header('reply-to')?.includes(thread['address']), true);
    assert.ok(
      !gemina.relay.mails.some(({ to, mail }) => to === 'jana@brno.example' && mail.text?.includes('choose')),
      'no echo to the author',
    );
  });

  it('takes the answer by mail into the same thread, live, without its quote', async () => {
    const asked = await gemina.relay.mailWhere(
      ({ to, mail }) => to === 'gernot@graz.example' && mail.text?.includes('for how long') === true,
    );
    const smtp = createTransport({ host: '127.0.0.1', port: gemina.smtpPort, ignoreTLS: true });

    await smtp.sendMail({
      from: 'Gernot Huber <gernot@graz.example>',
      to: thread['address'],
      subject: 'Re: Advisory council',
      inReplyTo: asked.header('message-id') ?? '',
      references: asked.header('references') ?? '',
      messageId: '<answer-1@graz.example>',
      text: 'For five years; the city council appoints them.\n\nAm 21.11.2026 um 10:00 schrieb Jana Nováková:\n> And for how long?\n',
    });

    const seen = await live.next();
    const post = seen.data?.['threadActivity'].post;
    assert.equal(post.origin, 'EMAIL');
    assert.match(post.html, /For five years/);
    assert.doesNotMatch(post.html, /for how long/i);
    assert.match(post.quoted, /for how long/i);
    const out = await gemina.relay.mailWhere(
      ({ to, mail }) => to === 'jana@brno.example' && mail.text?.includes('five years') === true,
    );
    assert.equal(out.header('in-reply-to'), asked.header('message-id'));
    smtp.close();
  });

  it('opens a new thread from a mail to the group, and holds or refuses a stranger’s', async () => {
    const smtp = createTransport({ host: '127.0.0.1', port: gemina.smtpPort, ignoreTLS: true });
    const groupLive = await gemina.subscribe(
      'subscription($groupId: ID!) { groupActivity(groupId: $groupId) { __typename ... on ThreadStarted { thread { title } } } }',
      { groupId: group['id'] },
      tokenOf('Jana Nováková'),
    );

    await smtp.sendMail({
      from: 'gernot@graz.example',
      to: group['mailingList'].address,
      subject: 'Study visit in May',
      text: 'Would the 12th suit you?',
      messageId: '<visit@graz.example>',
    });
    await smtp
      .sendMail({
        from: 'eve@york.example',
        to: group['mailingList'].address,
        subject: 'Let me in',
        text: 'Please.',
        messageId: '<eve@york.example>',
      })
      .catch(() => undefined); // a private group may refuse at the door

    const started = await groupLive.next();
    assert.equal(started.data?.['groupActivity'].thread.title, 'Study visit in May');
    const { group: seen } = await gemina.ask(
      'query($id: ID) { group(id: $id) { threads(first: 10) { nodes { title } } } }',
      { id: group['id'] },
      tokenOf('Jana Nováková'),
    );
    assert.deepEqual(seen.threads.nodes.map((node: Data) => node['title']).sort(), [
      'Advisory council',
      'Study visit in May',
    ]);
    smtp.close();
  });

  it('lets the thread be read again from any cursor without gap or double', async () => {
    const again = await gemina.subscribe(activity, { threadId: thread['id'], after: '0' }, tokenOf('Jana Nováková'));

    const events = [await again.next(), await again.next(), await again.next()];
    const names = events
      .map(({ data }) => data?.['threadActivity']?.post?.authorName as string | undefined)
      .filter(Boolean);
    assert.ok(names.length >= 2, JSON.stringify(events));
    const cursors = events.map(({ data }) => Number(data?.['threadActivity'].cursor));
    assert.deepEqual(
      cursors,
      [...cursors].sort((one, two) => one - two),
    );
    assert.equal(new Set(cursors).size, cursors.length);
  });

  it('plans the yearly meeting with its standing item, publishes its agenda live, and gives it to any calendar', async () => {
    const { createSeries } = await gemina.ask(
      'mutation { createSeries(input: { name: "Meeting of Human Rights Cities" }) { id slug } }',
      {},
      admin,
    );
    await gemina.ask(
      'mutation($input: AddStandingItemInput!) { addStandingItem(input: $input) { id } }',
      {
        input: {
          seriesId: createSeries.id,
          title: 'Cross-national exchange of good practices',
          kind: 'PRACTICE_EXCHANGE',
          minutes: 60,
        },
      },
      admin,
    );
    const { planMeeting } = await gemina.ask(
      `mutation($input: PlanMeetingInput!) { planMeeting(input: $input) { id slug calendarUrl agenda { sessions { id title standingItem { id } } } } }`,
      {
        input: {
          seriesId: createSeries.id,
          title: 'Meeting of Human Rights Cities 2027',
          format: 'IN_PERSON',
          timeZone: 'Europe/Vienna',
          startsAt: '2027-05-20T07:00:00Z',
          endsAt: '2027-05-20T15:00:00Z',
          venue: 'City Hall, Graz',
          hostId: graz['id'],
        },
      },
      admin,
    );
    const standing = (planMeeting.agenda.sessions as Data[]).find((session) => session['standingItem']);
    assert.equal(standing?.['title'], 'Cross-national exchange of good practices');

    const watching = await gemina.subscribe(
      'subscription($meetingId: ID!) { agendaChanged(meetingId: $meetingId) { version published sessions { title } } }',
      { meetingId: planMeeting.id },
      tokenOf('Jana Nováková'),
    );
    await gemina.ask(
      'mutation($input: AddSessionInput!) { addSession(input: $input) { id } }',
      {
        input: {
          meetingId: planMeeting.id,
          title: 'Welcome',
          kind: 'PLENARY',
          minutes: 30,
          startsAt: '2027-05-20T07:00:00Z',
        },
      },
      admin,
    );
    await gemina.ask(
      'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { id } }',
      { input: { id: standing?.['id'], startsAt: '2027-05-20T08:00:00Z' } },
      admin,
    );
    const { publishAgenda } = await gemina.ask(
      'mutation($meetingId: ID!) { publishAgenda(meetingId: $meetingId) { version changes } }',
      { meetingId: planMeeting.id },
      admin,
    );
    assert.equal(publishAgenda.version, 1);

    let seen = await watching.next();
    while (!seen.data?.['agendaChanged'].published) seen = await watching.next();
    assert.deepEqual(seen.data?.['agendaChanged'].sessions.map((session: Data) => session['title']).sort(), [
      'Cross-national exchange of good practices',
      'Welcome',
    ]);

    const calendar = await fetch(`${gemina.url}/calendar/meetings/${planMeeting.slug}.ics`);
    assert.match(calendar.headers.get('content-type') ?? '', /^text\/calendar/);
    const component = new ICAL.Component(ICAL.parse(await calendar.text()));
    const events = component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const exchange = events.find((event) => event.summary.includes('exchange of good practices'));
    assert.equal(exchange?.startDate.toJSDate().toISOString(), '2027-05-20T08:00:00.000Z');
    assert.equal(exchange?.endDate.toJSDate().toISOString(), '2027-05-20T09:00:00.000Z');
  });
});
