export { type Access, accessKey, Public, Role, SignedIn } from './access.js';
export { AccessModule } from './access.module.js';
export { Actor, type ActorFacts, type MembershipRole, type PlatformRole, type Standing } from './actor.js';
export { CurrentActor } from './current-actor.js';
export { Door, type Knock, sessionCookie } from './door.js';
export { Standings, type StandingSource } from './standing-source.js';
