export {
  BadUserInput,
  Conflict,
  Expired,
  Forbidden,
  InvalidTransition,
  NotFound,
  PayloadTooLarge,
  QueryTooComplex,
  RateLimited,
  Refusal,
  Unauthenticated,
  type RefusalCode,
} from './refusal.js';
