import { placeName, type StatedRound } from './verify-round-document.js';

interface Arc {
  from: number;
  to: number;
  cost: number;
}

/**
 * Whether other pairs have a higher sum of scores (in millionths, each pair one more). A matching is a flow, and a flow
 * has the least cost exactly when the arcs along which it can change hold no cycle of negative cost (Klein 1967).
 */
export function betterSumExists(round: StatedRound): boolean {
  const { arcs, nodes } = changesPossible(round);
  const cost = new Float64Array(nodes);
  const cameFrom = new Int32Array(nodes).fill(-1);
  for (let pass = 1; ; pass++) {
    let changed = false;
    for (const { from, to, cost: step } of arcs) {
      if (cost[from]! + step >= cost[to]!) continue;
      cost[to] = cost[from]! + step;
      cameFrom[to] = from;
      changed = true;
    }
    if (!changed) return false;
    if (pass > nodes || (pass % 8 === 0 && holdsCycle(cameFrom))) return true;
  }
}

/** Learners, places, mentors and the way out as nodes; an arc for each way in which one step of the flow can change. */
function changesPossible({ instance, result }: StatedRound): { arcs: Arc[]; nodes: number } {
  const numbers = new Map<string, number>();
  const node = (kind: string, name: string): number => {
    const key = `${kind} ${name}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  };
  const out = node('out', '');
  const arcs: Arc[] = [];
  const step = (from: number, to: number, cost: number) => arcs.push({ from, to, cost });
  const own = new Map(result.pairs.map((pair) => [pair.learner, placeName(pair)]));
  const inPool = Map.groupBy(result.pairs, placeName);
  const atMentor = Map.groupBy(result.pairs, (pair) => pair.mentor);
  const answered = new Map(Object.entries(instance.mentorRankings).map(([id, ties]) => [id, new Set(ties.flat())]));

  for (const learner of instance.learners) {
    const asker = node('learner', learner);
    if (own.has(learner)) step(asker, out, 0);
    else step(out, asker, 0);
    for (const place of (instance.learnerRankings[learner] ?? []).flat()) {
      if (!answered.get(place.mentor)?.has(learner)) continue;
      const weight = 1 + Math.round((instance.scores?.[`${learner} ${place.mentor}`] ?? 0) * 1e6);
      const pool = node('pool', placeName(place));
      if (own.get(learner) === placeName(place)) step(pool, asker, weight);
      else step(asker, pool, -weight);
    }
  }
  for (const { id, capacity, themes } of instance.mentors) {
    const mentor = node('mentor', id);
    const taken = atMentor.get(id)?.length ?? 0;
    if (taken < capacity) step(mentor, out, 0);
    if (taken > 0) step(out, mentor, 0);
    for (const { theme, places } of themes ?? [{ theme: null, places: capacity }]) {
      const name = placeName({ mentor: id, theme });
      const held = inPool.get(name)?.length ?? 0;
      if (held < places) step(node('pool', name), mentor, 0);
      if (held > 0) step(mentor, node('pool', name), 0);
    }
  }
  return { arcs, nodes: numbers.size };
}

function holdsCycle(cameFrom: Int32Array): boolean {
  const seenIn = new Int32Array(cameFrom.length).fill(-1);
  for (let start = 0; start < cameFrom.length; start++) {
    let node = start;
    while (node !== -1 && seenIn[node] === -1) {
      seenIn[node] = start;
      node = cameFrom[node]!;
    }
    if (node !== -1 && seenIn[node] === start) return true;
  }
  return false;
}
