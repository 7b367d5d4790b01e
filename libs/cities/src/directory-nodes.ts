import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeSources } from '#platform/graphql';
import { CityLoader } from './city.loader.js';
import { MembershipLoader } from './membership.loader.js';
import { NetworkLoader } from './network.loader.js';
import { OrganisationLoader } from './organisation.loader.js';

/** Lets everything of the directory be found by its id alone. */
@Injectable()
export class DirectoryNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly cities: CityLoader,
    private readonly organisations: OrganisationLoader,
    private readonly networks: NetworkLoader,
    private readonly memberships: MembershipLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.add('City', 'city', this.cities);
    this.nodes.add('Organisation', 'organisation', this.organisations);
    this.nodes.add('Network', 'network', this.networks);
    this.nodes.add('Membership', 'membership', this.memberships);
  }
}
