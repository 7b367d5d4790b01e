export interface Placed {
  /** In percent of the drawing's width and height. */
  left: number;
  top: number;
}

export interface Cluster<Item extends Placed> extends Placed {
  items: Item[];
}

/**
 * Joins what would stand closer than `apart` pixels on a drawing of this size, so that every marker can be hit with a
 * finger. Greedy, in the order given, which keeps it stable: an item joins the first cluster that is near enough.
 */
export function cluster<Item extends Placed>(
  items: readonly Item[],
  width: number,
  height: number,
  apart: number,
): Cluster<Item>[] {
  const clusters: Cluster<Item>[] = [];
  for (const item of items) {
    const near = clusters.find(
      ({ left, top }) => Math.hypot(((left - item.left) * width) / 100, ((top - item.top) * height) / 100) < apart,
    );
    if (near) near.items.push(item);
    else clusters.push({ left: item.left, top: item.top, items: [item] });
  }
  return clusters;
}
