export { Bus } from './bus.js';
export { EventsModule } from './events.module.js';
export { Handlers } from './handlers.js';
export { type EventHandler, Handles } from './handles.js';
export { Relay } from './relay.js';
