import { type RoundRanking, type RoundSide } from './round.entity.js';

type Ranking = Pick<RoundRanking, 'cityId' | 'side' | 'ranking'>;

/** A city, and those whom it ranks that do not rank it in return. */
export interface OneSided {
  cityId: string;
  side: RoundSide;
  unansweredIds: string[];
}

/** Rankings of which no pair can come, since only one side made them; they may stand, and organisers see them. */
export function oneSided(rankings: readonly Ranking[]): OneSided[] {
  const named = new Set(
    rankings.flatMap(({ cityId, side, ranking }) => ranking.flat().map((id) => `${side} ${cityId} ${id}`)),
  );
  return rankings.flatMap(({ cityId, side, ranking }) => {
    const other = side === 'LEARNER' ? 'MENTOR' : 'LEARNER';
    const unansweredIds = ranking.flat().filter((id) => !named.has(`${other} ${id} ${cityId}`));
    return unansweredIds.length > 0 ? [{ cityId, side, unansweredIds }] : [];
  });
}
