/**
 * A network of pipes in residual form: pipe e runs from `from[e]` to `to[e]` with `room[e]` left, and e ^ 1 is its
 * reverse, whose room is what runs through e.
 */
export class Pipes {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly room: number[] = [];
  readonly #at: number[][];
  /** What runs from the first node given to `fill` to the last, so far. */
  flow = 0;

  constructor(nodes: number) {
    this.#at = Array.from({ length: nodes }, () => []);
  }

  /** Lays a pipe and gives back its number. */
  lay(from: number, to: number, room: number): number {
    const pipe = this.to.length;
    this.from.push(from, to);
    this.to.push(to, from);
    this.room.push(room, 0);
    this.#at[from]!.push(pipe);
    this.#at[to]!.push(pipe + 1);
    return pipe;
  }

  /**
   * Lets as much run from source to target as can (shortest augmenting paths, Edmonds & Karp 1972); what already runs
   * into the target stays. Room of at most `tiny` counts as none. Gives back which nodes can still be reached from the
   * source: pipes that lead out of them are a minimum cut.
   */
  fill(source: number, target: number, tiny: number): Uint8Array {
    for (;;) {
      const by = this.#reach(source, tiny);
      if (by[target] === -1)
        return Uint8Array.from(by, (pipe, node) => (pipe >= 0 || node === source ? 1 : 0));
      let most = Infinity;
      for (let node = target; node !== source; node = this.from[by[node]!]!)
        most = Math.min(most, this.room[by[node]!]!);
      for (let node = target; node !== source; node = this.from[by[node]!]!) {
        this.room[by[node]!]! -= most;
        this.room[by[node]! ^ 1]! += most;
      }
      this.flow += most;
    }
  }

  /** Whether a pipe leads out of a node to one that is not reached. */
  leadsOn(node: number, reached: Uint8Array): boolean {
    return this.#at[node]!.some((pipe) => pipe % 2 === 0 && reached[this.to[pipe]!] === 0);
  }

  /** For each node the pipe by which it is first reached from the source; -1 if it is not. */
  #reach(source: number, tiny: number): Int32Array {
    const by = new Int32Array(this.#at.length).fill(-1);
    const reached = [source];
    for (const node of reached) {
      for (const pipe of this.#at[node]!) {
        const next = this.to[pipe]!;
        if (next === source || by[next] !== -1 || this.room[pipe]! <= tiny) continue;
        by[next] = pipe;
        reached.push(next);
      }
    }
    return by;
  }
}
