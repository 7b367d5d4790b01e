import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { OrganisationAdded } from './city.events.js';
import { cityPolicy } from './city.policy.js';
import { type CreateOrganisationInput } from './create-organisation.input.js';
import { requireName } from './directory-name.js';
import { foldedName, freeSlug } from '#platform/names';
import { Organisation } from './organisation.entity.js';

@Injectable()
export class OrganisationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateOrganisationInput): Promise<Organisation> {
    actor.require(cityPolicy.create(actor));
    const name = requireName(input.name);
    return this.unitOfWork.run(async (tx) => {
      const organisation: Organisation = {
        id: newId(),
        slug: await freeSlug(tx, 'organisation', name, { distinction: input.country?.toLowerCase() }),
        name,
        searchName: foldedName(name),
        kind: input.kind,
        country: input.country ?? null,
        website: input.website ?? null,
        about: input.about ?? null,
        memberCount: 0,
        createdAt: this.clock.now(),
      };
      await tx.insert(Organisation, organisation);
      tx.record(new OrganisationAdded(organisation.id));
      return organisation;
    });
  }
}
