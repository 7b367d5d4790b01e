import { DomainEvent } from '#platform/database';

export class CityAdded extends DomainEvent {
  static override readonly storedName = 'cities.city-added';
  constructor(readonly cityId: string) {
    super();
  }
}

/** Its entry or its claims have changed. */
export class CityChanged extends DomainEvent {
  static override readonly storedName = 'cities.city-changed';
  constructor(readonly cityId: string) {
    super();
  }
}

export class OrganisationAdded extends DomainEvent {
  static override readonly storedName = 'cities.organisation-added';
  constructor(readonly organisationId: string) {
    super();
  }
}

export class NetworkAdded extends DomainEvent {
  static override readonly storedName = 'cities.network-added';
  constructor(readonly networkId: string) {
    super();
  }
}

export class CityJoinedNetwork extends DomainEvent {
  static override readonly storedName = 'cities.city-joined-network';
  constructor(
    readonly networkId: string,
    readonly cityId: string,
  ) {
    super();
  }
}

export class CityLeftNetwork extends DomainEvent {
  static override readonly storedName = 'cities.city-left-network';
  constructor(
    readonly networkId: string,
    readonly cityId: string,
  ) {
    super();
  }
}
