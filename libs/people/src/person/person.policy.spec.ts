import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Actor, type MembershipRole, type PlatformRole } from '#platform/access';
import { personPolicy } from './person.policy.js';

function actor(
  personId: string,
  wish: { roles?: PlatformRole[]; of?: [string, MembershipRole][]; verified?: boolean } = {},
): Actor {
  const standings = (wish.of ?? []).map(([bodyId, role]) => ({ bodyId, role }));
  const { roles = [], verified = true } = wish;
  return Actor.of({
    personId,
    credentialId: null,
    name: '',
    locale: 'en',
    timeZone: 'UTC',
    verified,
    roles,
    standings,
  });
}

describe('who may know what of a person', () => {
  const graz = [{ bodyId: 'graz', role: 'PRACTITIONER' as const }];

  it('shows the address to the person, administrators and focal points of their bodies only', () => {
    const may = (who: Actor) => personPolicy.seeEmail(who, 'ada', graz);
    assert.deepEqual(
      [
        actor('ada'),
        actor('root', { roles: ['ADMIN'] }),
        actor('focal', { of: [['graz', 'FOCAL_POINT']] }),
        actor('colleague', { of: [['graz', 'PRACTITIONER']] }),
        actor('elsewhere', { of: [['lyon', 'FOCAL_POINT']] }),
        actor('organiser', { roles: ['ORGANISER', 'MODERATOR'] }),
        Actor.nobody,
      ].map(may),
      [true, true, true, false, false, false, false],
    );
  });

  it('hides a sign-up that is not verified from everybody else, and shows those who left as such', () => {
    const pending = { id: 'ada', verifiedAt: null, erasedAt: null };
    const erased = { id: 'ada', verifiedAt: null, erasedAt: new Date(0) };
    assert.equal(personPolicy.see(actor('ada', { verified: false }), pending), true);
    assert.equal(personPolicy.see(actor('root', { roles: ['ADMIN'] }), pending), true);
    assert.equal(personPolicy.see(actor('bob'), pending), false);
    assert.equal(personPolicy.see(Actor.nobody, pending), false);
    assert.equal(personPolicy.see(Actor.nobody, erased), true);
  });

  it('lets people search once they are verified, and only administrators by address and give roles', () => {
    assert.deepEqual(
      [Actor.nobody, actor('x', { verified: false }), actor('x')].map((who) => personPolicy.search(who)),
      [false, false, true],
    );
    const organiser = actor('x', { roles: ['ORGANISER'] });
    const admin = actor('x', { roles: ['ADMIN'] });
    assert.deepEqual([personPolicy.searchByEmail(organiser), personPolicy.searchByEmail(admin)], [false, true]);
    assert.deepEqual([personPolicy.setRoles(organiser), personPolicy.setRoles(admin)], [false, true]);
  });
});
