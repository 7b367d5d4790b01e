export { Clock, SettableClock } from './clock.js';
export { instantOf, isTimeZone, localDate, sayInstant } from './zone.js';
export { TimeModule } from './time.module.js';
export { vtimezone } from './vtimezone.js';
