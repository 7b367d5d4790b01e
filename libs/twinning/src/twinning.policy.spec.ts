import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Actor, type MembershipRole, type PlatformRole } from '#platform/access';
import { TwinningStatus } from './twinning.entity.js';
import { twinningPolicy, viewerState } from './twinning.policy.js';

const pair = { mentorId: 'graz', learnerId: 'brno' };

function somebody(standing: [string, MembershipRole][], roles: PlatformRole[] = []): Actor {
  return Actor.of({
    personId: 'p',
    credentialId: null,
    name: 'Somebody',
    locale: 'en',
    timeZone: 'UTC',
    verified: true,
    roles,
    standings: standing.map(([bodyId, role]) => ({ bodyId, role })),
  });
}

const focalPointOf = (city: string): Actor => somebody([[city, 'FOCAL_POINT']]);
const stranger = focalPointOf('york');

describe('the policy of twinnings', () => {
  it('shows strangers what has started, and nothing of what has not or came to nothing', () => {
    const seen = Object.values(TwinningStatus).filter((status) => twinningPolicy.see(stranger, { ...pair, status }));

    assert.deepEqual(seen, ['ACTIVE', 'COMPLETED', 'ENDED_EARLY']);
    assert.equal(twinningPolicy.see(Actor.nobody, { ...pair, status: 'PROPOSED' }), false);
  });

  it('shows every stage to all people of the two cities and to organisers', () => {
    const people = [somebody([['brno', 'EXPERT']]), somebody([['graz', 'PRACTITIONER']]), somebody([], ['ORGANISER'])];

    for (const actor of people) {
      assert.ok(Object.values(TwinningStatus).every((status) => twinningPolicy.see(actor, { ...pair, status })));
      assert.ok(twinningPolicy.seeInside(actor, pair));
    }
    assert.equal(twinningPolicy.seeInside(stranger, pair), false);
  });

  it('lets the mentor answer, the learner withdraw, and either end', () => {
    const [mentor, learner] = [focalPointOf('graz'), focalPointOf('brno')];

    assert.deepEqual([twinningPolicy.answer(mentor, pair), twinningPolicy.answer(learner, pair)], [true, false]);
    assert.deepEqual([twinningPolicy.withdraw(mentor, pair), twinningPolicy.withdraw(learner, pair)], [false, true]);
    assert.deepEqual([twinningPolicy.end(mentor, pair), twinningPolicy.end(learner, pair)], [true, true]);
    assert.equal(twinningPolicy.end(stranger, pair), false);
  });

  it('lets practitioners keep the record but not act for their city', () => {
    const practitioner = somebody([['brno', 'PRACTITIONER']]);

    assert.equal(twinningPolicy.record(practitioner, pair), true);
    assert.equal(twinningPolicy.withdraw(practitioner, pair), false);
    assert.equal(twinningPolicy.propose(practitioner, 'brno'), false);
    assert.equal(twinningPolicy.record(somebody([['brno', 'ELECTED_REPRESENTATIVE']]), pair), false);
  });

  it('does not let organisers act for cities, and lets administrators', () => {
    assert.equal(twinningPolicy.answer(somebody([], ['ORGANISER']), pair), false);
    assert.equal(twinningPolicy.answer(somebody([], ['ADMIN']), pair), true);
  });

  it('tells the viewer what can be done at this stage', () => {
    const mentor = focalPointOf('graz');
    const nothing = { canAnswer: false, canWithdraw: false, canEnd: false, canRecord: false, canEvaluateFor: [] };

    assert.deepEqual(viewerState(mentor, { ...pair, status: 'PROPOSED' }, []), { ...nothing, canAnswer: true });
    assert.deepEqual(viewerState(mentor, { ...pair, status: 'COMPLETED' }, []), {
      ...nothing,
      canEvaluateFor: ['graz'],
    });
    assert.deepEqual(viewerState(mentor, { ...pair, status: 'COMPLETED' }, ['graz']), nothing);
    assert.deepEqual(viewerState(stranger, { ...pair, status: 'ACTIVE' }, []), nothing);
  });
});
