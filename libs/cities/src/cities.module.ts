import { Module, type OnModuleInit } from '@nestjs/common';
import { Standings } from '#platform/access';
import { Erasers, PeopleModule, PersonalRecords } from '#people';
import { BodyLoader } from './body.loader.js';
import { CityExchanges } from './city-exchanges.js';
import { CityFieldsResolver } from './city-fields.resolver.js';
import { CitiesOfNetwork, CityLoader, ClaimsOfCity, FocalPointsOfCity } from './city.loader.js';
import { Cities } from './city.queries.js';
import { CityResolver } from './city.resolver.js';
import { CityService } from './city.service.js';
import { DirectoryNodes } from './directory-nodes.js';
import { LoadFacts } from './load-facts.js';
import { MembershipLoader, MembershipsOfPerson, MembersOfBody } from './membership.loader.js';
import { Memberships } from './membership.queries.js';
import { MembershipResolver } from './membership.resolver.js';
import { MembershipService } from './membership.service.js';
import { NetworkLoader, NetworksOfCity } from './network.loader.js';
import { Networks } from './network.queries.js';
import { NetworkResolver } from './network.resolver.js';
import { NetworkService } from './network.service.js';
import { OrganisationLoader } from './organisation.loader.js';
import { Organisations } from './organisation.queries.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { OrganisationService } from './organisation.service.js';
import { PersonMembershipsResolver } from './person-memberships.resolver.js';

const reads = [Cities, Organisations, Networks, Memberships];
const writes = [CityService, OrganisationService, NetworkService, MembershipService, CityExchanges, LoadFacts];
const loaders = [
  CityLoader,
  ClaimsOfCity,
  FocalPointsOfCity,
  OrganisationLoader,
  BodyLoader,
  NetworkLoader,
  NetworksOfCity,
  CitiesOfNetwork,
  MembershipLoader,
  MembershipsOfPerson,
  MembersOfBody,
];
const resolvers = [
  CityResolver,
  CityFieldsResolver,
  OrganisationResolver,
  NetworkResolver,
  MembershipResolver,
  PersonMembershipsResolver,
];

/** The directory, and who belongs to which body: it tells the platform where each actor stands. */
@Module({
  imports: [PeopleModule],
  providers: [...reads, ...writes, ...loaders, ...resolvers, DirectoryNodes],
  exports: [...reads, ...writes, ...loaders],
})
export class CitiesModule implements OnModuleInit {
  constructor(
    private readonly standings: Standings,
    private readonly records: PersonalRecords,
    private readonly erasers: Erasers,
    private readonly memberships: Memberships,
    private readonly service: MembershipService,
  ) {}

  onModuleInit(): void {
    this.standings.comeFrom(this.memberships);
    this.records.add('memberships', (personId) => this.memberships.allOf(personId));
    this.erasers.add('memberships', (_, personId) => this.service.forget(personId));
  }
}
