import type { INestApplicationContext } from '@nestjs/common';
import type { PlatformRole } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { Enrolment, type Person, Sessions } from '#people';

let count = 0;

export interface Member {
  person: Person;
  id: string;
  email: string;
  /** Null where none was asked for: hashing is the slow part. */
  password: string | null;
  /** A session's, for `Authorization: Bearer`. */
  token: string;
}

/** A verified person who is signed in; what is left out is made up and differs from person to person. */
export async function member(
  app: INestApplicationContext,
  wish: {
    name?: string;
    email?: string;
    password?: string;
    roles?: PlatformRole[];
    locale?: string;
    timeZone?: string;
  } = {},
): Promise<Member> {
  count += 1;
  const { name = `Ada Member ${count}`, email = `member-${count}-${process.pid}@example.org`, locale = 'en' } = wish;
  const person = await app
    .get(Enrolment, { strict: false })
    .enrol({ name, email, locale, timeZone: wish.timeZone ?? 'UTC', roles: wish.roles, password: wish.password });
  return { person, id: person.id, email, password: wish.password ?? null, token: await sessionOf(app, person) };
}

/** One more session of a person. */
export async function sessionOf(app: INestApplicationContext, person: Person): Promise<string> {
  const sessions = app.get(Sessions, { strict: false });
  const opened = await app.get(UnitOfWork, { strict: false }).run((tx) => sessions.open(tx, person));
  return opened.token;
}
