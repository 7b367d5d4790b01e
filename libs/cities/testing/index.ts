import { type INestApplicationContext } from '@nestjs/common';
import { Actor } from '#platform/access';
import { newId } from '#platform/database';
import {
  type City,
  CityService,
  type Membership,
  type MembershipRole,
  MembershipService,
  type Network,
  NetworkService,
  type Organisation,
  OrganisationService,
} from '#cities';

type Input<Service extends { create: (actor: Actor, input: never) => unknown }> = Parameters<Service['create']>[1];

/** Somebody who may do everything, for arranging what a test is not about. */
export const anAdministrator = (personId = newId()): Actor => somebody(personId, ['ADMIN']);

const somebody = (personId: string, roles: 'ADMIN'[] = []): Actor =>
  Actor.of({
    personId,
    credentialId: null,
    name: 'Somebody',
    locale: 'en',
    timeZone: 'UTC',
    verified: true,
    roles,
    standings: [],
  });

/** A city, of which only what matters to the test need be said. */
export const aCity = (app: INestApplicationContext, said: Partial<Input<CityService>> = {}): Promise<City> =>
  app
    .get(CityService, { strict: false })
    .create(anAdministrator(), { name: 'Somewhere', kind: 'CITY', country: 'AT', ...said });

export const anOrganisation = (
  app: INestApplicationContext,
  said: Partial<Input<OrganisationService>> = {},
): Promise<Organisation> =>
  app
    .get(OrganisationService, { strict: false })
    .create(anAdministrator(), { name: 'Some Association', kind: 'CIVIL_SOCIETY', ...said });

export const aNetwork = (app: INestApplicationContext, said: Partial<Input<NetworkService>> = {}): Promise<Network> =>
  app
    .get(NetworkService, { strict: false })
    .create(anAdministrator(), { name: 'Some Network', kind: 'THEMATIC', ...said });

/** A confirmed membership of the person: its focal point if no role is said. */
export async function aMembership(
  app: INestApplicationContext,
  { personId, bodyId, role = 'FOCAL_POINT' }: { personId: string; bodyId: string; role?: MembershipRole },
): Promise<Membership> {
  const memberships = app.get(MembershipService, { strict: false });
  const asked = await memberships.request(somebody(personId), { bodyId, role });
  return memberships.confirm(anAdministrator(), asked.id);
}
