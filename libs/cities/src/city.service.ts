import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { type AddClaimInput } from './add-claim.input.js';
import { keepOwnWord, settleClaims } from './city-claims.js';
import { City } from './city.entity.js';
import { CityAdded, CityChanged } from './city.events.js';
import { cityPolicy } from './city.policy.js';
import {
  ClaimAlreadyMade,
  HalfALocation,
  NameMissing,
  NotAPopulation,
  NotAYearOfDeclaration,
} from './city.refusals.js';
import { Claim } from './claim.entity.js';
import { type CreateCityInput } from './create-city.input.js';
import { requireName } from './directory-name.js';
import { foldedName, freeSlug } from '#platform/names';
import { countryFacts } from './shipped-facts.js';
import { type UpdateCityInput } from './update-city.input.js';

/** The year of the Universal Declaration: before it there was nothing to declare. */
const FIRST_YEAR = 1948;

@Injectable()
export class CityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateCityInput): Promise<City> {
    actor.require(cityPolicy.create(actor));
    requireWholeLocation(input.latitude ?? null, input.longitude ?? null);
    this.requireYear(input.declaredYear ?? null, 'declaredYear');
    return this.unitOfWork.run(async (tx) => {
      if (input.partOfId) await requireCity(tx, input.partOfId);
      const city = await this.newCity(tx, input);
      await tx.insert(City, city);
      tx.record(new CityAdded(city.id));
      return this.settled(tx, city, input);
    });
  }

  /** What is left out of the input stays. A year or a population given here is the city's own word. */
  async update(actor: Actor, input: UpdateCityInput): Promise<City> {
    this.requireYear(input.declaredYear ?? null, 'declaredYear');
    return this.unitOfWork.run(async (tx) => {
      const city = await requireCity(tx, input.id);
      actor.require(cityPolicy.change(actor, city.id));
      const changed = { ...city, ...changes(input) };
      requireWholeLocation(changed.latitude, changed.longitude);
      await tx.update(City, { id: city.id }, changed);
      tx.record(new CityChanged(city.id));
      return this.settled(tx, changed, input);
    });
  }

  /** Refused: {@link ClaimAlreadyMade}, and values that are no year or no number where the subject asks for one. */
  async addClaim(actor: Actor, input: AddClaimInput): Promise<City> {
    return this.unitOfWork.run(async (tx) => {
      const city = await requireCity(tx, input.cityId);
      actor.require(cityPolicy.change(actor, city.id));
      this.requireValue(input);
      const claim: Claim = {
        id: newId(),
        cityId: city.id,
        subject: input.subject,
        value: input.value,
        source: input.source,
        sourceUrl: input.sourceUrl ?? null,
        publishedOn: input.publishedOn ?? null,
        denies: input.denies ?? false,
        ownWord: false,
        createdAt: this.clock.now(),
      };
      await tx.insert(Claim, claim).orRefuse('claim_said_once', () => new ClaimAlreadyMade());
      await settleClaims(tx, city.id);
      tx.record(new CityChanged(city.id));
      return requireCity(tx, city.id);
    });
  }

  private async newCity(tx: Transaction, input: CreateCityInput): Promise<City> {
    const name = requireName(input.name);
    return {
      id: newId(),
      slug: await freeSlug(tx, 'city', name, { distinction: input.country.toLowerCase() }),
      name,
      searchName: foldedName(name),
      kind: input.kind,
      country: input.country,
      partOfId: input.partOfId ?? null,
      population: null,
      languages: unique(input.languages ?? countryFacts(input.country)?.languages ?? []),
      latitude: input.latitude ?? null,
      longitude: input.longitude ?? null,
      website: input.website ?? null,
      about: input.about ?? null,
      declared: false,
      declaredYear: null,
      geonameId: null,
      memberCount: 0,
      createdAt: this.clock.now(),
    };
  }

  private async settled(
    tx: Transaction,
    city: City,
    { declaredYear, population }: { declaredYear?: number | null; population?: number | null },
  ): Promise<City> {
    const at = this.clock.now();
    if (declaredYear !== undefined) await keepOwnWord(tx, city, 'DECLARED_YEAR', declaredYear, at);
    if (population !== undefined) await keepOwnWord(tx, city, 'POPULATION', population, at);
    await settleClaims(tx, city.id);
    return requireCity(tx, city.id);
  }

  private requireYear(year: number | null, field: string): void {
    const thisYear = this.clock.now().getUTCFullYear();
    if (year !== null && (year < FIRST_YEAR || year > thisYear)) throw new NotAYearOfDeclaration(thisYear, field);
  }

  private requireValue({ subject, value }: AddClaimInput): void {
    if (subject === 'DECLARED_YEAR') this.requireYear(/^\d{4}$/.test(value) ? Number(value) : 0, 'value');
    if (subject === 'POPULATION' && !/^[1-9]\d{0,8}$/.test(value)) throw new NotAPopulation();
  }
}

const requireCity = (tx: Transaction, id: string): Promise<City> =>
  tx.require(City, { id }, () => new NotFound('city'));

const unique = (values: readonly string[]): string[] => [...new Set(values)];

function requireWholeLocation(latitude: number | null, longitude: number | null): void {
  if ((latitude === null) !== (longitude === null))
    throw new HalfALocation(latitude === null ? 'latitude' : 'longitude');
}

function changes(input: UpdateCityInput): Partial<City> {
  if (input.name === null) throw new NameMissing();
  const name = input.name === undefined ? undefined : requireName(input.name);
  return {
    ...(name !== undefined && { name, searchName: foldedName(name) }),
    ...(input.languages !== undefined && { languages: unique(input.languages ?? []) }),
    ...(input.latitude !== undefined && { latitude: input.latitude }),
    ...(input.longitude !== undefined && { longitude: input.longitude }),
    ...(input.website !== undefined && { website: input.website }),
    ...(input.about !== undefined && { about: input.about }),
  };
}
