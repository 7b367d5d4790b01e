import { hash } from 'node:crypto';

/**
 * The lot of a learner or of a place under a seed: lower stands first inside a tie. Places without a theme draw by the
 * mentor's id, others by `mentor:theme`. One lot each for the whole round, so that every tie is broken the same way.
 */
export function drawOf(seed: string, id: string): string {
  return hash('sha256', `${seed}:${id}`, 'hex');
}

/** Each id's position in the draw, from 0. */
export function drawnPositions(seed: string, ids: readonly string[]): Int32Array {
  const lots = ids.map((id) => drawOf(seed, id));
  const order = Array.from(ids.keys()).sort((one, two) => (lots[one]! < lots[two]! ? -1 : 1));
  const positions = new Int32Array(ids.length);
  order.forEach((id, position) => (positions[id] = position));
  return positions;
}

/** Numbers in [0, 1) that a seed decides (mulberry32): for the exchanges of {@link morePairs}, never for a tie's order. */
export function numbersFrom(seed: string): () => number {
  let state = Number.parseInt(hash('sha256', `${seed}:exchanges`, 'hex').slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
