import type { RoundInstance } from '#twinning/matching';

export interface RoundSize {
  learners: number;
  mentors: number;
  /** Mentors that each learner ranks; all of them rank it back. */
  listLength: number;
  places: number;
  /** How likely an entry shares its tie with the one before. */
  ties: number;
}

/** A round in which some mentors are far more wanted than others, the same for the same size. */
export function drawnRound({ learners, mentors, listLength, places, ties }: RoundSize): RoundInstance {
  const random = numbers(20_260_120);
  const learnerIds = Array.from({ length: learners }, (_, at) => `learner-${String(at).padStart(6, '0')}`);
  const mentorIds = Array.from({ length: mentors }, (_, at) => `mentor-${String(at).padStart(6, '0')}`);
  const askedBy = mentorIds.map((): string[] => []);
  const scores = new Map<string, number>();
  const learnerRankings = new Map(
    learnerIds.map((learner) => {
      const wanted = new Set<number>();
      while (wanted.size < listLength) wanted.add(Math.floor(random() * random() * mentors));
      for (const mentor of wanted) {
        askedBy[mentor]!.push(learner);
        scores.set(`${learner} ${mentorIds[mentor]}`, Math.round(random() * 1000) / 1000);
      }
      const entries = Array.from(wanted, (mentor) => ({ mentor: mentorIds[mentor]!, theme: null }));
      return [learner, tied(entries, ties, random)] as const;
    }),
  );
  return {
    learners: learnerIds,
    mentors: mentorIds.map((id) => ({ id, capacity: places })),
    learnerRankings,
    mentorRankings: new Map(mentorIds.map((id, at) => [id, tied(shuffled(askedBy[at]!, random), ties, random)])),
    seed: 'announced before',
    scores,
  };
}

function tied<T>(entries: T[], ties: number, random: () => number): T[][] {
  const ranking: T[][] = [];
  for (const entry of entries) {
    if (ranking.length > 0 && random() < ties) ranking.at(-1)!.push(entry);
    else ranking.push([entry]);
  }
  return ranking;
}

function shuffled<T>(entries: T[], random: () => number): T[] {
  for (let at = entries.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [entries[at], entries[other]] = [entries[other]!, entries[at]!];
  }
  return entries;
}

/** Marsaglia's xorshift, 32 bits. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
