import { edgesByMentor, type IndexedRound } from './indexed-round.js';

/**
 * Mentor-proposing deferred acceptance on the drawn order (SPA-lecturer of Abraham, Irving and Manlove 2007): the other
 * end of the stable matchings. It matches the same learners as {@link learnersFirst} (rural hospitals theorem), so that
 * one can be held against the other.
 */
export function mentorsFirst(round: IndexedRound): Int32Array {
  const { start, list } = edgesByMentor(round);
  const edgeOf = new Int32Array(round.learners.length).fill(-1);
  const inPool = new Int32Array(round.poolCapacity.length);
  const atMentor = new Int32Array(round.mentorCapacity.length);
  const waiting = Array.from(round.mentorCapacity.keys());
  for (let mentor = waiting.pop(); mentor !== undefined; mentor = waiting.pop()) {
    let at = start[mentor]!;
    while (at < start[mentor + 1]! && atMentor[mentor]! < round.mentorCapacity[mentor]!) {
      const edge = list[at++]!;
      const pool = round.edgePool[edge]!;
      const learner = round.edgeLearner[edge]!;
      const present = edgeOf[learner]!;
      const wanted = present === -1 || edge < present;
      if (!wanted || inPool[pool]! >= round.poolCapacity[pool]!) continue;
      edgeOf[learner] = edge;
      inPool[pool]!++;
      atMentor[mentor]!++;
      if (present === -1) continue;
      const left = round.edgePool[present]!;
      const leftMentor = round.poolMentor[left]!;
      inPool[left]!--;
      atMentor[leftMentor]!--;
      // A place that is free again may be offered to a learner who was passed over while it was taken.
      if (leftMentor === mentor) at = start[mentor]!;
      else waiting.push(leftMentor);
    }
  }
  return edgeOf;
}
