export { factsOf, type FeedOptions, LiveFeed, type TopicEvent } from './live-feed.js';
export { LiveDoor } from './live-door.js';
export { LiveHub } from './live-hub.js';
export { LiveModule } from './live.module.js';
