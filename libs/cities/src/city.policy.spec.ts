import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Actor, type ActorFacts } from '#platform/access';
import { cityPolicy, networkPolicy } from './city.policy.js';
import { membershipPolicy } from './membership.policy.js';

const somebody = (facts: Partial<ActorFacts> = {}): Actor =>
  Actor.of({
    personId: 'me',
    credentialId: null,
    name: 'Me',
    locale: 'en',
    timeZone: 'UTC',
    verified: true,
    roles: [],
    standings: [],
    ...facts,
  });
const who = {
  nobody: Actor.nobody,
  signedIn: somebody(),
  practitioner: somebody({ standings: [{ bodyId: 'graz', role: 'PRACTITIONER' }] }),
  focalPoint: somebody({ standings: [{ bodyId: 'graz', role: 'FOCAL_POINT' }] }),
  neighbour: somebody({ standings: [{ bodyId: 'lund', role: 'FOCAL_POINT' }] }),
  moderator: somebody({ roles: ['MODERATOR'] }),
  organiser: somebody({ roles: ['ORGANISER'] }),
  admin: somebody({ roles: ['ADMIN'] }),
};
const allowed = (may: (actor: Actor) => boolean): string[] =>
  Object.entries(who)
    .filter(([, actor]) => may(actor))
    .map(([name]) => name);

describe('the directory', () => {
  it('is filled by organisers and administrators', () => {
    assert.deepEqual(allowed(cityPolicy.create), ['organiser', 'admin']);
    assert.deepEqual(allowed(networkPolicy.create), ['organiser', 'admin']);
  });

  it('lets a focal point change its own city only', () => {
    assert.deepEqual(
      allowed((actor) => cityPolicy.change(actor, 'graz')),
      ['focalPoint', 'organiser', 'admin'],
    );
  });

  it('takes the word of its focal point, or of an administrator, for a city that joins a network', () => {
    assert.deepEqual(
      allowed((actor) => networkPolicy.speakFor(actor, 'graz')),
      ['focalPoint', 'admin'],
    );
  });
});

describe('a membership', () => {
  const asked = { bodyId: 'graz', personId: 'her', status: 'REQUESTED' } as const;

  it('is asked for by people whose address is verified', () => {
    assert.equal(membershipPolicy.request(somebody({ verified: false })), false);
    assert.equal(membershipPolicy.request(somebody()), true);
  });

  it('is confirmed by a focal point of the body or an administrator', () => {
    assert.deepEqual(
      allowed((actor) => membershipPolicy.confirm(actor, asked)),
      ['focalPoint', 'admin'],
    );
  });

  it('is confirmed once', () => {
    assert.deepEqual(
      allowed((actor) => membershipPolicy.confirm(actor, { ...asked, status: 'CONFIRMED' })),
      [],
    );
  });

  it('is ended by the person too', () => {
    assert.deepEqual(
      allowed((actor) => membershipPolicy.end(actor, asked)),
      ['focalPoint', 'admin'],
    );
    assert.equal(membershipPolicy.end(who.signedIn, { ...asked, personId: 'me' }), true);
    assert.equal(membershipPolicy.end(who.signedIn, { ...asked, personId: 'me', status: 'ENDED' }), false);
  });
});
