export { containing, foldedName, slugOf } from './folded-name.js';
export { freeSlug } from './free-slug.js';
