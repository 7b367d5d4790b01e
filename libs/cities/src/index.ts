/**
 * The directory of cities, organisations and networks, and who belongs to them.
 *
 * - `Theme` is the one enum of the contract's themes; every lib above takes it from here.
 */
export { Theme } from './theme.js';
