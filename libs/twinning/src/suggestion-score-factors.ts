import { type CityKind } from '#cities';
import { type Reason } from './suggestion-reasons.js';
import { type ExchangeFormat, type MatchFactorKind, type Theme } from './suggestion-words.js';

/** What a city asks to learn. */
export interface LearningNeed {
  readonly cityId: string;
  readonly themes: readonly Theme[];
  /** BCP 47 tags; only the language itself counts, so that de-AT and de are one. */
  readonly languages: readonly string[];
  readonly formats: readonly ExchangeFormat[];
}

/** What is known of a city; null is not known, and never guessed. */
export interface CityFacts {
  readonly country: string;
  readonly kind: CityKind;
  readonly population: number | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
}

/** What a mentor city offers, and how much of it is taken. */
export interface OfferFacts {
  readonly themes: readonly Theme[];
  /** Null where each theme may use the whole capacity; a theme with 0 places is not on offer. */
  readonly places: readonly { readonly theme: Theme; readonly places: number }[] | null;
  readonly languages: readonly string[];
  readonly formats: readonly ExchangeFormat[];
  readonly capacity: number;
  readonly activeCount: number;
  readonly open: boolean;
}

/** Twinnings that a mentor has brought to their end; one twinning counts under each of its themes. */
export interface Experience {
  readonly completed: number;
  readonly completedByTheme: Readonly<Partial<Record<Theme, number>>>;
}

/** A mentor that might be suggested. `experience` is null where it is not known. */
export interface MentorCandidate {
  readonly city: CityFacts & { readonly id: string; readonly name: string };
  readonly offer: OfferFacts;
  readonly experience: Experience | null;
}

/** How well one factor fits, 0..1, and why. */
export interface Judgement {
  readonly score: number;
  readonly reason: Reason;
}

/** The themes asked for that the offer has, in the order of the asking. */
export function sharedThemes(
  need: Pick<LearningNeed, 'themes'>,
  offer: Pick<OfferFacts, 'themes' | 'places'>,
): Theme[] {
  const full = new Set(offer.places?.filter(({ places }) => places <= 0).map(({ theme }) => theme));
  const offered = new Set(offer.themes.filter((theme) => !full.has(theme)));
  return [...new Set(need.themes)].filter((theme) => offered.has(theme));
}

/** Every factor's judgement, null for those of which too little is known; null for a pair that is no pair at all. */
export function judge(
  need: LearningNeed,
  learner: CityFacts,
  { city, offer, experience }: MentorCandidate,
): Record<MatchFactorKind, Judgement | null> | null {
  const shared = sharedThemes(need, offer);
  if (shared.length === 0 || !offer.open || city.id === need.cityId) return null;
  return {
    THEMES: judgeThemes(need, shared),
    LANGUAGE: judgeLanguage(need, offer),
    FORMAT: judgeFormat(need, offer),
    KIND: judgeKind(learner.kind, city.kind),
    EXPERIENCE: experience && judgeExperience(experience, shared),
    AVAILABILITY: judgeAvailability(offer),
    PROXIMITY: judgeProximity(learner, city, meets(need, offer)),
    SIZE: judgeSize(learner.population, city.population),
  };
}

const reason = (id: Reason['id'], values: Reason['values'] = {}): Reason => ({ id, values });

function judgeThemes(need: LearningNeed, shared: readonly Theme[]): Judgement {
  const asked = [...new Set(need.themes)];
  const missing = asked.filter((theme) => !shared.includes(theme));
  return {
    score: shared.length / asked.length,
    reason:
      missing.length === 0
        ? reason('twinning.reason.themes.all', { count: shared.length, themes: shared })
        : reason('twinning.reason.themes.some', { themes: shared, missing }),
  };
}

const languagesOf = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => (tag.split('-')[0] ?? tag).toLowerCase())),
];

/** One shared language is enough to work in, so a second adds nothing. */
function judgeLanguage(need: LearningNeed, offer: OfferFacts): Judgement | null {
  if (need.languages.length === 0 || offer.languages.length === 0) return null;
  const offered = languagesOf(offer.languages);
  const languages = languagesOf(need.languages).filter((language) => offered.includes(language));
  return languages.length === 0
    ? { score: 0, reason: reason('twinning.reason.language.none') }
    : { score: 1, reason: reason('twinning.reason.language.shared', { languages }) };
}

function judgeFormat(need: LearningNeed, offer: OfferFacts): Judgement | null {
  const asked = [...new Set(need.formats)];
  if (asked.length === 0 || offer.formats.length === 0) return null;
  const formats = asked.filter((format) => offer.formats.includes(format));
  const missing = asked.filter((format) => !offer.formats.includes(format));
  const score = formats.length / asked.length;
  if (formats.length === 0) return { score, reason: reason('twinning.reason.format.none', { missing }) };
  if (missing.length === 0) return { score, reason: reason('twinning.reason.format.all', { formats }) };
  return { score, reason: reason('twinning.reason.format.some', { formats, missing }) };
}

const REGIONAL: readonly CityKind[] = ['COUNTY', 'REGION'];

/** The same kind has the same duties; the same level at least the same laws to work under. */
function judgeKind(learner: CityKind, mentor: CityKind): Judgement {
  if (learner === mentor) return { score: 1, reason: reason('twinning.reason.kind.same', { kind: learner }) };
  return REGIONAL.includes(learner) === REGIONAL.includes(mentor)
    ? { score: 0.5, reason: reason('twinning.reason.kind.near') }
    : { score: 0, reason: reason('twinning.reason.kind.far') };
}

/** Each twinning completed on a shared theme halves what is missing to 1, one on other themes does so by half as much. */
function judgeExperience({ completed, completedByTheme }: Experience, shared: readonly Theme[]): Judgement {
  const counts = shared.map((theme) => ({ theme, count: completedByTheme[theme] ?? 0 }));
  const count = Math.max(...counts.map((one) => one.count));
  const others = Math.max(0, completed - count);
  const score = 1 - 0.5 ** (count + others / 2);
  if (count > 0) {
    const themes = counts
      .filter((one) => one.count === count)
      .map(({ theme }) => theme)
      .slice(0, 1);
    return { score, reason: reason('twinning.reason.experience.theme', { count, themes }) };
  }
  return others === 0
    ? { score, reason: reason('twinning.reason.experience.none') }
    : { score, reason: reason('twinning.reason.experience.other', { count: others }) };
}

/** One free place is enough for this learner; more of them spread the work over the mentors, so they count half. */
function judgeAvailability({ capacity, activeCount }: OfferFacts): Judgement {
  const free = Math.max(0, capacity - activeCount);
  return free === 0
    ? { score: 0, reason: reason('twinning.reason.availability.none') }
    : { score: 0.5 + free / capacity / 2, reason: reason('twinning.reason.availability.free', { free, capacity }) };
}

const IN_PERSON: readonly ExchangeFormat[] = ['STUDY_VISIT', 'STAFF_EXCHANGE', 'WORKSHOP'];

const meets = (need: LearningNeed, offer: OfferFacts): boolean =>
  need.formats.some((format) => IN_PERSON.includes(format) && offer.formats.includes(format));

/** At this distance nearness counts half: about a day's journey by train. */
const HALFWAY_KM = 1500;

/**
 * Exchange across borders is the aim, so another country counts most. Where people will meet in person and the
 * distance is known, nearness counts for three tenths, softly: there is no distance at which it ends.
 */
function judgeProximity(learner: CityFacts, mentor: CityFacts, inPerson: boolean): Judgement {
  const abroad = learner.country === mentor.country ? 0 : 1;
  const where = abroad === 1 ? 'abroad' : 'home';
  if (!inPerson || learner.location === null || mentor.location === null) {
    return { score: abroad, reason: reason(`twinning.reason.proximity.${where}`) };
  }
  const km = kilometresBetween(learner.location, mentor.location);
  return {
    score: 0.7 * abroad + 0.3 * (1 / (1 + km / HALFWAY_KM)),
    reason: reason(`twinning.reason.proximity.${where}Visit`, { km: Math.max(10, Math.round(km / 10) * 10) }),
  };
}

/** A thousandfold difference in population scores 0, a tenfold one two thirds. */
function judgeSize(learner: number | null, mentor: number | null): Judgement | null {
  if (learner === null || mentor === null || learner <= 0 || mentor <= 0) return null;
  const ratio = Math.max(learner, mentor) / Math.min(learner, mentor);
  const score = Math.max(0, 1 - Math.log10(ratio) / 3);
  if (ratio < 1.5) return { score, reason: reason('twinning.reason.size.similar') };
  const times = ratio < 10 ? Math.round(ratio * 10) / 10 : Math.round(ratio);
  return { score, reason: reason(`twinning.reason.size.${mentor > learner ? 'larger' : 'smaller'}`, { times }) };
}

const EARTH_RADIUS_KM = 6371;

type Place = NonNullable<CityFacts['location']>;

/** Great-circle distance by the haversine formula. */
function kilometresBetween(one: Place, other: Place): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const haversine = (angle: number): number => Math.sin(angle / 2) ** 2;
  const a =
    haversine(radians(other.latitude - one.latitude)) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      haversine(radians(other.longitude - one.longitude));
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
}
