export { type Rate, RateLimits, RateLimitsModule } from './rate-limits.js';
