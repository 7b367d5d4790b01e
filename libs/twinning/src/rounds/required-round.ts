import { type Transaction } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { MatchingRound } from './round.entity.js';

/** The round, locked until the transaction ends. */
export const requireRound = (tx: Transaction, id: string): Promise<MatchingRound> =>
  tx.require(MatchingRound, { id }, () => new NotFound('matching round'));

/** Changes the columns of a locked round; answers it as it is then. */
export async function changeRound(
  tx: Transaction,
  round: MatchingRound,
  set: Partial<MatchingRound>,
): Promise<MatchingRound> {
  await tx.update(MatchingRound, { id: round.id }, set);
  return { ...round, ...set };
}
