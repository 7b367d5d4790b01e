/** Nodes by distance, nearest first and lower numbers first among equals; a node whose distance fell is queued again. */
export class NodeQueue {
  private nodes = new Int32Array(256);
  private keys = new Float64Array(256);
  private size = 0;

  constructor(private readonly distance: Float64Array) {}

  push(node: number): void {
    if (this.size === this.nodes.length) this.grow();
    const key = this.distance[node]!;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.precedes(key, node, parent)) break;
      this.nodes[at] = this.nodes[parent]!;
      this.keys[at] = this.keys[parent]!;
      at = parent;
    }
    this.nodes[at] = node;
    this.keys[at] = key;
  }

  /** The nearest node; throws on an empty queue, which a flow with a way out never meets. */
  pop(): number {
    if (this.size === 0) throw new RangeError('No node is queued.');
    const nearest = this.nodes[0]!;
    const last = --this.size;
    const node = this.nodes[last]!;
    const key = this.keys[last]!;
    let at = 0;
    for (let child = 1; child < last; child = 2 * at + 1) {
      if (child + 1 < last && this.precedes(this.keys[child + 1]!, this.nodes[child + 1]!, child)) child++;
      if (this.precedes(key, node, child)) break;
      this.nodes[at] = this.nodes[child]!;
      this.keys[at] = this.keys[child]!;
      at = child;
    }
    this.nodes[at] = node;
    this.keys[at] = key;
    return nearest;
  }

  clear(): void {
    this.size = 0;
  }

  private precedes(key: number, node: number, at: number): boolean {
    return key < this.keys[at]! || (key === this.keys[at] && node < this.nodes[at]!);
  }

  private grow(): void {
    const nodes = new Int32Array(this.size * 2);
    const keys = new Float64Array(this.size * 2);
    nodes.set(this.nodes);
    keys.set(this.keys);
    this.nodes = nodes;
    this.keys = keys;
  }
}
