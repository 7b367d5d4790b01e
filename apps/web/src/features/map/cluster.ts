export interface Placed {
  /** In percent of the drawing's width and height. */
  left: number;
  top: number;
}

export interface Cluster<Item extends Placed> extends Placed {
  items: Item[];
}

/**
 * Joins what would stand closer than `apart` pixels, across and down, on a drawing of this size, so that every marker can be hit with a
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
    const near = clusters.find(({ left, top }) => {
      const across = (Math.abs(left - item.left) * width) / 100;
      const down = (Math.abs(top - item.top) * height) / 100;
      return Math.max(across, down) < apart;
    });
    if (near) near.items.push(item);
    else clusters.push({ left: item.left, top: item.top, items: [item] });
  }
  return clusters;
}
