import { hash } from 'node:crypto';
import {
  type RankedPlace,
  type RoundAim,
  type RoundInstance,
  type RoundMentor,
  type RoundSolution,
} from './matching/index.js';

/** What it takes to run a round again and get the same pairs. */
export interface RoundCertificate {
  algorithm: string;
  seed: string;
  /** SHA-256, in hex, of the canonical JSON of `document.instance`. */
  inputHash: string;
  /** Also carries `documentHash`: the same over all its other members. */
  document: Record<string, JsonValue>;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** The version of the document; `gemina verify-round` reads it. */
const FORMAT = 'gemina-round/1';

/** The certificate of a computed round. Its document survives storage that sorts keys or sets spaces anew. */
export function certificateOf(aim: RoundAim, instance: RoundInstance, solution: RoundSolution): RoundCertificate {
  const stated = statedInstance(instance);
  const inputHash = hashOf(stated);
  const { algorithm } = solution;
  const content = {
    aim,
    algorithm,
    format: FORMAT,
    inputHash,
    instance: stated,
    result: {
      blockingPairs: solution.blockingPairs.map((pair) => ({ ...pair })),
      pairs: solution.pairs.map((pair) => ({ ...pair })),
      unmatched: solution.unmatched,
    },
    seed: instance.seed,
  };
  const document = { ...content, documentHash: hashOf(content) };
  return { algorithm, seed: instance.seed, inputHash, document };
}

/** The hash that a round's inputs have before it is computed: published, it fixes them. */
export function inputHashOf(instance: RoundInstance): string {
  return hashOf(statedInstance(instance));
}

/** JSON with keys sorted by UTF-16 code units and no spaces (RFC 8785). */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort((one, two) => (one < two ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key]!)}`).join(',')}}`;
}

function hashOf(value: JsonValue): string {
  return hash('sha256', canonicalJson(value), 'hex');
}

function statedInstance(instance: RoundInstance): { [key: string]: JsonValue } {
  const places = (ranking: readonly (readonly { mentor: string; theme: string | null }[])[]) =>
    ranking.map((tie) => tie.map(({ mentor, theme }) => ({ mentor, theme })));
  return {
    learnerRankings: byId(instance.learnerRankings, places),
    learners: instance.learners,
    mentorRankings: byId(instance.mentorRankings, (ranking) => ranking),
    mentors: instance.mentors.map(({ id, capacity, themes }) => ({
      capacity,
      id,
      ...(themes && { themes: themes.map(({ theme, places: count }) => ({ places: count, theme })) }),
    })),
    ...(instance.scores && { scores: byId(instance.scores, (score) => score) }),
    seed: instance.seed,
  };
}

function byId<T>(entries: ReadonlyMap<string, T>, stated: (value: T) => JsonValue): { [key: string]: JsonValue } {
  return Object.fromEntries(Array.from(entries, ([id, value]) => [id, stated(value)] as const));
}

/** What of a document makes the round again; the hashes in it are the checker's business. */
interface StatedRound {
  algorithm: string;
  instance: {
    learners: string[];
    mentors: RoundMentor[];
    learnerRankings: Record<string, RankedPlace[][]>;
    mentorRankings: Record<string, string[][]>;
    scores?: Record<string, number>;
    seed: string;
  };
  result: Omit<RoundSolution, 'algorithm'>;
}

/** The instance and the solution that a certificate of ours holds, as the solver takes them. */
export function certifiedRound({ document }: RoundCertificate): { instance: RoundInstance; solution: RoundSolution } {
  const { algorithm, instance, result } = document as unknown as StatedRound;
  const { learnerRankings, mentorRankings, scores, ...rest } = instance;
  return {
    instance: {
      ...rest,
      learnerRankings: new Map(Object.entries(learnerRankings)),
      mentorRankings: new Map(Object.entries(mentorRankings)),
      scores: new Map(Object.entries(scores ?? {})),
    },
    solution: { ...result, algorithm },
  };
}
