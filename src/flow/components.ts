/** Arcs of a directed graph over nodes 0 to count − 1. */
export type Arc = { readonly from: number; readonly to: number };

/**
 * The strongly connected components of a directed graph, without recursion
 * (Tarjan 1972, "Depth-first search and linear graph algorithms"). O(nodes + arcs).
 */
export function components(count: number, arcs: readonly Arc[]): number[][] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const arc of arcs) next[arc.from]?.push(arc.to);
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const open = new Uint8Array(count);
  const cursor = new Int32Array(count);
  const stack: number[] = [];
  const found: number[][] = [];
  let clock = 0;

  function enter(node: number, path: number[]): void {
    index[node] = low[node] = clock++;
    open[node] = 1;
    stack.push(node);
    path.push(node);
  }

  function leave(node: number): void {
    if (low[node] !== index[node]) return;
    const members = stack.splice(stack.lastIndexOf(node));
    for (const member of members) open[member] = 0;
    found.push(members);
  }

  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    const path: number[] = [];
    enter(root, path);
    while (path.length > 0) {
      const node = path.at(-1) ?? 0;
      const child = next[node]?.[cursor[node]!++];
      if (child === undefined) {
        path.pop();
        leave(node);
        const parent = path.at(-1);
        if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      } else if (index[child] === -1) enter(child, path);
      else if (open[child] === 1) low[node] = Math.min(low[node]!, index[child]!);
    }
  }
  return found;
}
