import { type Actor } from '#platform/access';
import { type Transaction } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Twinning } from './twinning.entity.js';
import { twinningPolicy } from './twinning.policy.js';

/** The twinning, locked until the transaction ends; one that the actor may not know of is refused like one that does not exist. */
export async function requireTwinning(tx: Transaction, actor: Actor, id: string): Promise<Twinning> {
  const twinning = await tx.require(Twinning, { id }, () => new NotFound('twinning'));
  if (!twinningPolicy.see(actor, twinning)) throw new NotFound('twinning');
  return twinning;
}

/** Changes the columns of a locked twinning; answers it as it is then. */
export async function changeTwinning(tx: Transaction, twinning: Twinning, set: Partial<Twinning>): Promise<Twinning> {
  await tx.update(Twinning, { id: twinning.id }, set);
  return { ...twinning, ...set };
}
