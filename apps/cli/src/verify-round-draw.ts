import { placeName, sha256, type StatedInstance, type StatedPlace } from './verify-round-document.js';

/**
 * Breaks every tie by the lots of the seed (the SHA-256 of `seed:id`, for a place on a theme of `seed:mentor:theme`;
 * lower stands first) and runs learner-proposing deferred acceptance, one proposal at a time. Answers each placed
 * learner's place by name.
 */
export function drawAgain(instance: StatedInstance): Map<string, string> {
  const lotOf = lots(instance.seed);
  const places = new Map<string, number>();
  const totals = new Map<string, number>();
  const order = new Map<string, Map<string, number>>();
  for (const { id, capacity, themes } of instance.mentors) {
    totals.set(id, capacity);
    for (const pool of themes ?? [{ theme: null, places: capacity }])
      places.set(placeName({ mentor: id, theme: pool.theme }), pool.places);
    const drawn = (instance.mentorRankings[id] ?? []).flatMap((tie) => inOrder(tie, lotOf));
    order.set(id, new Map(drawn.map((learner, position) => [learner, position])));
  }
  const held = new Map<string, { learner: string; place: string; position: number }[]>();
  const left = new Map<string, StatedPlace[]>();
  for (const learner of instance.learners) {
    const ties = instance.learnerRankings[learner] ?? [];
    const drawn = ties.flatMap((tie) =>
      inOrder(tie, ({ mentor, theme }) => lotOf(theme === null ? mentor : `${mentor}:${theme}`)),
    );
    left.set(learner, drawn.reverse());
  }

  const asking = [...instance.learners];
  for (let learner = asking.pop(); learner !== undefined; learner = asking.pop()) {
    const wanted = left.get(learner)!.pop();
    if (!wanted) continue;
    const position = order.get(wanted.mentor)?.get(learner);
    if (position === undefined) {
      asking.push(learner);
      continue;
    }
    const place = placeName(wanted);
    const all = [...(held.get(wanted.mentor) ?? []), { learner, place, position }];
    const pool = all.filter((one) => one.place === place);
    const over = pool.length > places.get(place)! ? pool : all.length > totals.get(wanted.mentor)! ? all : [];
    const last = over.toSorted((one, two) => two.position - one.position)[0];
    held.set(
      wanted.mentor,
      all.filter((one) => one !== last),
    );
    if (last) asking.push(last.learner);
  }
  return new Map([...held.values()].flat().map(({ learner, place }) => [learner, place]));
}

function lots(seed: string): (id: string) => string {
  const drawn = new Map<string, string>();
  return (id) => {
    const lot = drawn.get(id) ?? sha256(`${seed}:${id}`);
    drawn.set(id, lot);
    return lot;
  };
}

function inOrder<T>(tie: T[], lotOf: (entry: T) => string): T[] {
  if (tie.length < 2) return tie;
  return tie.toSorted((one, two) => (lotOf(one) < lotOf(two) ? -1 : 1));
}
