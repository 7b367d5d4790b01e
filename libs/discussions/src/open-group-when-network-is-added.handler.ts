import { Injectable } from '@nestjs/common';
import { Memberships, Network, NetworkAdded } from '#cities';
import { type StoredEvent, UnitOfWork } from '#platform/database';
import { type EventHandler, Handles } from '#platform/events';
import { Groups } from './groups.service.js';

/** Gives a network a members' group, which the convenor's focal points moderate. */
@Injectable()
@Handles(NetworkAdded)
export class OpenGroupWhenNetworkIsAdded implements EventHandler<NetworkAdded> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: Groups,
    private readonly memberships: Memberships,
  ) {}

  async handle({ facts: { networkId } }: StoredEvent<NetworkAdded>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const network = await tx.require(Network, { id: networkId });
      if (await tx.one('select 1 from network_group where network_id = $1', [network.id])) return;
      const convenorId = network.convenorCityId ?? network.convenorOrganisationId;
      const group = await this.groups.open({
        name: network.name,
        kind: 'COMMUNITY',
        visibility: 'MEMBERS',
        about: network.about,
        moderatorIds: convenorId ? await this.memberships.focalPointsOf(convenorId) : [],
      });
      await tx.query('insert into network_group (network_id, group_id) values ($1, $2)', [network.id, group.id]);
    });
  }
}
