/**
 * The directory of cities, organisations and networks, and who belongs to which.
 *
 * - `Theme` is the one enum of the contract's themes; every lib above takes it from here, as a value for GraphQL and as
 *   a type.
 * - Fields of other domains on a city (`mentorOffer`, `practices`, `label`, …) and on a network (`group`) are added by
 *   their own libs: `@Resolver(() => CityType)` with `@ResolveField`, the parent being a `City`.
 * - `cities(filter: { theme, mentoring })` reads a projection that this lib owns. Whoever changes a mentor offer or a
 *   learning request calls `CityExchanges.mentorsOn` or `.learnsOn` in its own unit of work, which it joins: always with
 *   all themes that hold after the change, `[]` for none.
 * - Rights come with the `Actor`: `isFocalPointOf(cityId)`, `belongsTo(cityId)`. `FocalPointsOfCity` loads the ids of a
 *   city's focal points, `Memberships.focalPointsOf` reads them outside of an operation, in a handler say.
 */
export { BodyLoader } from './body.loader.js';
export { CitiesModule } from './cities.module.js';
export { citiesSchema } from './cities.schema.js';
export { CityExchanges } from './city-exchanges.js';
export { City } from './city.entity.js';
export { CityKind, ClaimSubject, NetworkKind, OrganisationKind } from './city.enums.js';
export {
  CityAdded,
  CityChanged,
  CityJoinedNetwork,
  CityLeftNetwork,
  NetworkAdded,
  OrganisationAdded,
} from './city.events.js';
export { CityLoader, FocalPointsOfCity } from './city.loader.js';
export { Cities, cityColumns } from './city.queries.js';
export { CityService } from './city.service.js';
export { Body, CityConnection, CityEdge, CityType, NetworkType, OrganisationType } from './city.type.js';
export { type LoadedFacts, LoadFacts } from './load-facts.js';
export { Membership } from './membership.entity.js';
export { MembershipRole, MembershipStatus } from './membership.enums.js';
export { MembershipConfirmed, MembershipEnded, MembershipRequested } from './membership.events.js';
export { Memberships } from './membership.queries.js';
export { MembershipService } from './membership.service.js';
export { MembershipType } from './membership.type.js';
export { Network } from './network.entity.js';
export { Networks } from './network.queries.js';
export { NetworkService } from './network.service.js';
export { Organisation } from './organisation.entity.js';
export { Organisations } from './organisation.queries.js';
export { OrganisationService } from './organisation.service.js';
export { countryFacts } from './shipped-facts.js';
export { Theme } from './theme.js';
