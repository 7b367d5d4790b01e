import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Actor, type PlatformRole } from '#platform/access';
import { type RoundStatus } from './round.entity.js';
import { roundPolicy, roundStage, roundViewerState } from './round.policy.js';

const closesAt = new Date('2026-12-06T12:00:00Z');
const earlier = new Date('2026-12-06T11:59:59Z');
const round = (status: RoundStatus) => ({ status, closesAt });

const somebody = (role: PlatformRole | null, focalPointOf: string[] = [], practitionerOf: string[] = []): Actor =>
  Actor.of({
    personId: 'p',
    credentialId: null,
    name: 'P',
    locale: 'en',
    timeZone: 'UTC',
    verified: true,
    roles: role ? [role] : [],
    standings: [
      ...focalPointOf.map((bodyId) => ({ bodyId, role: 'FOCAL_POINT' as const })),
      ...practitionerOf.map((bodyId) => ({ bodyId, role: 'PRACTITIONER' as const })),
    ],
  });

describe('who may do what in a round', () => {
  it('lets organisers and administrators run it, and moderators and focal points not', () => {
    assert.ok(roundPolicy.organise(somebody('ORGANISER')));
    assert.ok(roundPolicy.organise(somebody('ADMIN')));
    assert.ok(!roundPolicy.organise(somebody('MODERATOR', ['c'])));
    assert.ok(!roundPolicy.organise(Actor.nobody));
  });

  it('lets focal points rank for their city, not organisers, who may import', () => {
    assert.ok(roundPolicy.rankFor(somebody(null, ['c']), 'c'));
    assert.ok(!roundPolicy.rankFor(somebody(null, [], ['c']), 'c'));
    assert.ok(!roundPolicy.rankFor(somebody('ORGANISER'), 'c'));
    assert.ok(roundPolicy.importFor(somebody('ORGANISER'), 'c'));
    assert.ok(!roundPolicy.importFor(somebody(null, ['other']), 'c'));
  });

  it('keeps rankings to their city and organisers, and the result to organisers, until it is published', () => {
    for (const status of ['COLLECTING', 'COMPUTED', 'CANCELLED'] as const) {
      assert.ok(roundPolicy.seeRankingsOf(somebody(null, [], ['c']), round(status), 'c'));
      assert.ok(!roundPolicy.seeRankingsOf(somebody(null, ['other']), round(status), 'c'));
      assert.ok(!roundPolicy.seeResult(somebody(null, ['c']), round(status)));
      assert.ok(roundPolicy.seeResult(somebody('ORGANISER'), round(status)));
    }
    assert.ok(roundPolicy.seeRankingsOf(Actor.nobody, round('PUBLISHED'), 'c'));
    assert.ok(roundPolicy.seeResult(Actor.nobody, round('PUBLISHED')));
  });

  it('takes rankings until the instant at which it closes', () => {
    assert.ok(roundStage.takesRankings(round('COLLECTING'), earlier));
    assert.ok(!roundStage.takesRankings(round('COLLECTING'), closesAt));
    assert.ok(!roundStage.takesRankings(round('COMPUTED'), earlier));
  });

  it('offers the viewer what rights and stage allow together', () => {
    const organiser = somebody('ORGANISER', ['c']);

    assert.deepEqual(roundViewerState(organiser, round('COLLECTING'), earlier), {
      canRankFor: ['c'],
      canImport: true,
      canCompute: true,
      canPublish: false,
      canDiscardResult: false,
      canCancel: true,
    });
    assert.deepEqual(roundViewerState(organiser, round('COMPUTED'), earlier), {
      canRankFor: [],
      canImport: false,
      canCompute: false,
      canPublish: true,
      canDiscardResult: true,
      canCancel: true,
    });
    assert.deepEqual(Object.values(roundViewerState(organiser, round('PUBLISHED'), earlier)), [
      [],
      false,
      false,
      false,
      false,
      false,
    ]);
    assert.deepEqual(Object.values(roundViewerState(somebody(null), round('COLLECTING'), earlier)), [
      [],
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
