export { freePort } from './free-port.js';
export { type Answer, type Data, Gemina, type Live, startGemina } from './gemina.js';
export { Relay, type RelayedMail } from './relay.js';
export { makeDatabase, makeEmptyDatabase } from './test-database.js';
