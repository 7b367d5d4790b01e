import type { INestApplicationContext } from '@nestjs/common';
import { Cities, LoadFacts } from '#cities';
import { Groups } from '#discussions';
import { Enrolment } from '#people';
import { Database } from '#platform/database';
import { addressOf } from './address-of.js';
import { apiAs } from './api-as.js';
import { holdDemoMeetings } from './demo-meetings.js';
import { writeDemoThreads } from './demo-threads.js';
import { twinDemoCities } from './demo-twinning.js';
import { demoGroups, demoPassword, demoPeople, type DemoPerson } from './demo-words.js';

/** The demo's people and groups by key, as the parts of the demo need them. */
export interface DemoCast {
  app: INestApplicationContext;
  person: (key: string) => string;
  city: (slug: string) => Promise<string>;
  group: (key: string) => string;
}

/** Fills an instance where nobody has signed up with the demo network; answers false and changes nothing elsewhere. */
export async function loadDemo(app: INestApplicationContext): Promise<boolean> {
  const database = app.get(Database, { strict: false });
  if (await database.one('select 1 from person where verified_at is not null limit 1')) return false;
  await app.get(LoadFacts, { strict: false }).load();
  const people = await enrolPeople(app);
  const groups = new Map<string, string>();
  const cast: DemoCast = {
    app,
    person: (key) => found(people, key),
    group: (key) => found(groups, key),
    city: async (slug) => {
      const city = await app.get(Cities, { strict: false }).find({ slug });
      if (!city) throw new Error(`The directory has no ${slug}.`);
      return city.id;
    },
  };
  for (const person of demoPeople) await joinCity(cast, person);
  for (const { key, name, visibility, about } of demoGroups) {
    const everybody = demoPeople.filter(({ city }) => city !== null).map((person) => cast.person(person.key));
    const group = await app
      .get(Groups, { strict: false })
      .open({ name, visibility, about, kind: 'COMMUNITY', moderatorIds: [cast.person('admin')], memberIds: everybody });
    groups.set(key, group.id);
  }
  await writeDemoThreads(cast);
  await twinDemoCities(cast);
  await holdDemoMeetings(cast);
  return true;
}

async function enrolPeople(app: INestApplicationContext): Promise<Map<string, string>> {
  const enrolment = app.get(Enrolment, { strict: false });
  const enrolled = await Promise.all(
    demoPeople.map(async ({ key, name, city, locale, timeZone, roles }) => {
      const person = await enrolment.enrol({
        name,
        email: addressOf(key, city),
        password: demoPassword,
        locale,
        timeZone,
        roles,
      });
      return [key, person.id] as const;
    }),
  );
  return new Map(enrolled);
}

async function joinCity(
  { app, person, city }: DemoCast,
  { key, city: slug, title, focalPoint }: DemoPerson,
): Promise<void> {
  if (!slug) return;
  const { requestMembership } = await apiAs(
    app,
    person(key),
    'mutation($input: RequestMembershipInput!) { requestMembership(input: $input) { id } }',
    { input: { bodyId: await city(slug), role: focalPoint ? 'FOCAL_POINT' : 'PRACTITIONER', title } },
  );
  await apiAs(app, person('admin'), 'mutation($id: ID!) { confirmMembership(id: $id) { id } }', {
    id: requestMembership?.id,
  });
}

function found(places: Map<string, string>, key: string): string {
  const id = places.get(key);
  if (!id) throw new Error(`The demo has no ${key}.`);
  return id;
}
