import type { RoundInstance, RoundPair } from './round-instance.js';

/** Pairs as numbers, five to a pair, so that they cross between threads without being copied. */
export type PackedPairs = Int32Array;

const FIELDS = 5;
const NONE = -1;

export function packPairs(pairs: readonly RoundPair[], instance: RoundInstance): PackedPairs {
  const learnerOf = new Map(instance.learners.map((id, learner) => [id, learner]));
  const mentorOf = new Map(instance.mentors.map(({ id }, mentor) => [id, mentor]));
  const packed = new Int32Array(pairs.length * FIELDS);
  pairs.forEach((pair, index) => {
    const mentor = mentorOf.get(pair.mentor)!;
    const themes = instance.mentors[mentor]!.themes ?? [];
    const theme = themes.findIndex((offered) => offered.theme === pair.theme);
    const fields = [learnerOf.get(pair.learner)!, mentor, theme, pair.learnerRank ?? NONE, pair.mentorRank ?? NONE];
    packed.set(fields, index * FIELDS);
  });
  return packed;
}

export function unpackPairs(packed: PackedPairs, instance: RoundInstance): RoundPair[] {
  return Array.from({ length: packed.length / FIELDS }, (_, index) => {
    const [learner, at, theme, learnerRank, mentorRank] = packed.subarray(index * FIELDS, (index + 1) * FIELDS);
    const mentor = instance.mentors[at!]!;
    return {
      learner: instance.learners[learner!]!,
      mentor: mentor.id,
      theme: theme === NONE ? null : mentor.themes![theme!]!.theme,
      learnerRank: learnerRank === NONE ? null : learnerRank!,
      mentorRank: mentorRank === NONE ? null : mentorRank!,
    };
  });
}
