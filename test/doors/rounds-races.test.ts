import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { member, type Member } from '#people/testing';
import { aLearningRequest, aMentorOffer, aProposal, aRanking, aRound, aSide, type Side } from '#twinning/testing';
import { type Answer, type Gemina, startGemina } from '../harness/index.js';

const rank = 'mutation($input: RankInput!) { rankForRound(input: $input) { id } }';
const compute = 'mutation($id: ID!) { computeMatchingRound(id: $id) { status } }';
const publish = 'mutation($id: ID!) { publishMatchingRound(id: $id) { status } }';
const accept = 'mutation($id: ID!) { answerTwinning(input: { twinningId: $id, accept: true }) { status } }';

/** Real requests that are under way at once, against the same rows. */
describe('matching rounds, when many act at once', () => {
  let gemina: Gemina;
  let organiser: Member;

  before(async () => {
    gemina = await startGemina();
    organiser = await member(gemina.app, { roles: ['ORGANISER'] });
  });
  after(() => gemina.stop());

  const codesOf = (answers: Answer[]): string[] =>
    answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE').sort();

  async function cohort(mentors: number, learners: number): Promise<{ mentors: Side[]; learners: Side[] }> {
    const sides = await Promise.all(Array.from({ length: mentors + learners }, () => aSide(gemina.app)));
    const [ofMentors, ofLearners] = [sides.slice(0, mentors), sides.slice(mentors)];
    await Promise.all(ofMentors.map(({ city }) => aMentorOffer(gemina.app, { cityId: city.id, capacity: 2 })));
    await Promise.all(ofLearners.map(({ city }) => aLearningRequest(gemina.app, { cityId: city.id })));
    return { mentors: ofMentors, learners: ofLearners };
  }

  async function rankedRound({ mentors, learners }: { mentors: Side[]; learners: Side[] }): Promise<string> {
    const { id: roundId } = await aRound(gemina.app);
    for (const side of learners) await aRanking(gemina.app, { roundId, side, as: 'LEARNER', ranking: mentors });
    for (const side of mentors) await aRanking(gemina.app, { roundId, side, as: 'MENTOR', ranking: [learners] });
    return roundId;
  }

  const countsOf = async (id: string): Promise<unknown> =>
    (await gemina.ask('query($id: ID!) { matchingRound(id: $id) { learnerCount mentorCount } }', { id }))[
      'matchingRound'
    ];

  it('counts every city once that ranks at the same moment, however often', async () => {
    const { mentors, learners } = await cohort(2, 6);
    const { id } = await aRound(gemina.app);
    const ranking = mentors.map(({ city }) => [city.id]);

    const answers = await Promise.all(
      learners.flatMap(({ city, person }) =>
        [1, 2].map(() =>
          gemina.graphql(rank, { input: { roundId: id, cityId: city.id, as: 'LEARNER', ranking } }, person.token),
        ),
      ),
    );

    assert.ok(codesOf(answers).every((code) => code === 'DONE'));
    assert.deepEqual(await countsOf(id), { learnerCount: 6, mentorCount: 0 });
  });

  it('is computed by one of five who start at once', async () => {
    const id = await rankedRound(await cohort(2, 4));

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => gemina.graphql(compute, { id }, organiser.token)),
    );

    const codes = codesOf(answers);
    assert.equal(codes.filter((code) => code === 'DONE').length, 1);
    assert.ok(
      codes.every((code) => ['DONE', 'CONFLICT', 'INVALID_TRANSITION'].includes(code)),
      codes.join(),
    );
  });

  it('keeps no result of rankings that change while it is computed', async () => {
    const { mentors, learners } = await cohort(2, 4);
    const id = await rankedRound({ mentors, learners });
    const [changing] = learners as [Side];
    const input = {
      roundId: id,
      cityId: changing.city.id,
      as: 'LEARNER',
      ranking: mentors.map(({ city }) => [city.id]).reverse(),
    };

    const [computed, ...ranked] = await Promise.all([
      gemina.graphql(compute, { id }, organiser.token),
      ...Array.from({ length: 3 }, () => gemina.graphql(rank, { input }, changing.person.token)),
    ]);
    const { matchingRound } = await gemina.ask(
      'query($id: ID!) { matchingRound(id: $id) { status rankings { city { id } ranking } certificate { document } } }',
      { id },
      organiser.token,
    );

    const kept = (matchingRound.rankings as { city: { id: string }; ranking: string[][] }[]).find(
      ({ city }) => city.id === changing.city.id,
    );
    if (computed?.errors) {
      assert.equal(computed.errors[0]?.extensions.code, 'CONFLICT');
      assert.equal(matchingRound.status, 'COLLECTING');
      assert.ok(codesOf(ranked).includes('DONE'));
    } else {
      const certified = matchingRound.certificate.document.instance.learnerRankings[changing.city.id] as {
        mentor: string;
      }[][];
      assert.deepEqual(
        certified.map((tie) => tie.map(({ mentor }) => mentor)),
        kept?.ranking,
      );
    }
  });

  it('is published once, though five publish at once', async () => {
    const { mentors, learners } = await cohort(2, 4);
    const id = await rankedRound({ mentors, learners });
    await gemina.ask(compute, { id }, organiser.token);

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => gemina.graphql(publish, { id }, organiser.token)),
    );
    const { matchingRound } = await gemina.ask(
      'query($id: ID!) { matchingRound(id: $id) { matches { twinning { id } } } }',
      { id },
    );
    const { twinnings } = await gemina.ask('{ twinnings(status: [ACTIVE], first: 100) { nodes { learner { id } } } }');

    const own = new Set(learners.map(({ city }) => city.id));
    assert.deepEqual(codesOf(answers), ['DONE', ...Array.from({ length: 4 }, () => 'INVALID_TRANSITION')]);
    assert.equal(matchingRound.matches.length, 4);
    assert.equal(
      (twinnings.nodes as { learner: { id: string } }[]).filter(({ learner }) => own.has(learner.id)).length,
      4,
    );
  });

  it('gives no place twice, when mentors accept others while two rounds with the same mentors are published', async () => {
    const { mentors, learners } = await cohort(2, 4);
    const others = await cohort(0, 2);
    const rounds = [
      await rankedRound({ mentors, learners }),
      await rankedRound({ mentors, learners: learners.toReversed() }),
    ];
    for (const id of rounds) await gemina.ask(compute, { id }, organiser.token);
    const proposals = await Promise.all(
      mentors.map((mentor, index) =>
        aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: others.learners[index]?.city.id ?? '' }),
      ),
    );

    const answers = await Promise.all([
      ...rounds.map((id) => gemina.graphql(publish, { id }, organiser.token)),
      ...mentors.map(({ person }, index) => gemina.graphql(accept, { id: proposals[index]?.id }, person.token)),
    ]);

    assert.ok(
      codesOf(answers).every((code) => ['DONE', 'CONFLICT', 'CAPACITY_REACHED'].includes(code)),
      codesOf(answers).join(),
    );
    for (const { city } of mentors) {
      const { city: seen } = await gemina.ask(
        'query($id: ID!) { city(id: $id) { mentorOffer { activeCount } twinnings(status: [ACTIVE]) { totalCount } } }',
        { id: city.id },
      );
      assert.equal(seen.mentorOffer.activeCount, seen.twinnings.totalCount);
      assert.ok(seen.mentorOffer.activeCount <= 2);
    }
  });
});
