import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { requireBody } from './body.js';
import { City } from './city.entity.js';
import { CityJoinedNetwork, CityLeftNetwork, NetworkAdded } from './city.events.js';
import { networkPolicy } from './city.policy.js';
import { type CreateNetworkInput } from './create-network.input.js';
import { requireName } from './directory-name.js';
import { foldedName, freeSlug } from '#platform/names';
import { Network } from './network.entity.js';

@Injectable()
export class NetworkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateNetworkInput): Promise<Network> {
    actor.require(networkPolicy.create(actor));
    const name = requireName(input.name);
    return this.unitOfWork.run(async (tx) => {
      const convenor = input.convenorId ? await requireBody(tx, input.convenorId) : null;
      const network: Network = {
        id: newId(),
        slug: await freeSlug(tx, 'network', name),
        name,
        searchName: foldedName(name),
        kind: input.kind,
        about: input.about ?? null,
        convenorCityId: convenor?.cityId ?? null,
        convenorOrganisationId: convenor?.organisationId ?? null,
        cityCount: 0,
        createdAt: this.clock.now(),
      };
      await tx.insert(Network, network);
      tx.record(new NetworkAdded(network.id));
      for (const cityId of new Set(input.cityIds)) await this.add(tx, network.id, cityId);
      return requireNetwork(tx, network.id);
    });
  }

  /** A city that is in already stays in. */
  async join(actor: Actor, networkId: string, cityId: string): Promise<Network> {
    return this.unitOfWork.run(async (tx) => {
      const network = await requireNetwork(tx, networkId);
      await requireCity(tx, cityId);
      actor.require(networkPolicy.speakFor(actor, cityId));
      await this.add(tx, network.id, cityId);
      return requireNetwork(tx, network.id);
    });
  }

  /** A city that is not in stays out. */
  async leave(actor: Actor, networkId: string, cityId: string): Promise<Network> {
    return this.unitOfWork.run(async (tx) => {
      const network = await requireNetwork(tx, networkId);
      await requireCity(tx, cityId);
      actor.require(networkPolicy.speakFor(actor, cityId));
      const left = await tx.query('delete from network_city where network_id = $1 and city_id = $2 returning city_id', [
        network.id,
        cityId,
      ]);
      if (left.length > 0) {
        await tx.query('update network set city_count = city_count - 1 where id = $1', [network.id]);
        tx.record(new CityLeftNetwork(network.id, cityId));
      }
      return requireNetwork(tx, network.id);
    });
  }

  private async add(tx: Transaction, networkId: string, cityId: string): Promise<void> {
    await requireCity(tx, cityId);
    const joined = await tx.query(
      `insert into network_city (network_id, city_id, since) values ($1, $2, $3)
       on conflict (network_id, city_id) do nothing returning city_id`,
      [networkId, cityId, this.clock.now()],
    );
    if (joined.length === 0) return;
    await tx.query('update network set city_count = city_count + 1 where id = $1', [networkId]);
    tx.record(new CityJoinedNetwork(networkId, cityId));
  }
}

const requireNetwork = (tx: Transaction, id: string): Promise<Network> =>
  tx.require(Network, { id }, () => new NotFound('network'));

async function requireCity(tx: Transaction, id: string): Promise<void> {
  if ((await tx.find(City, { id })) === null) throw new NotFound('city');
}
