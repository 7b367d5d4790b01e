import { People1763710001000 } from './1763710001000-people.js';
import { SignInAttempts1763710002000 } from './1763710002000-sign-in-attempts.js';
import { PersonalExports1763710003000 } from './1763710003000-personal-exports.js';

/** The migrations of people, in order. */
export const peopleMigrations = [People1763710001000, SignInAttempts1763710002000, PersonalExports1763710003000];
