/** An order by hand: per column the ids of its sites from the top. */
export type HandOrder = Record<number, string[]>;

/** Reads an order from a link: "0:mine-chn+mine-usa;1:sep-mys". What is not of this form is left out. */
export function parseOrder(text: string): HandOrder {
  const order: HandOrder = {};
  for (const part of text.split(';')) {
    const match = /^(\d{1,3}):([a-z0-9.+-]+)$/.exec(part);
    if (match) order[Number(match[1])] = match[2]!.split('+');
  }
  return order;
}

/** Writes an order as it stands in a link. */
export function formatOrder(order: HandOrder): string {
  return Object.entries(order)
    .map(([column, ids]) => `${column}:${ids.join('+')}`)
    .join(';');
}

/** A bar as an order by hand sees it: its column, and whether it stands apart below the others of it, under a heading of its own. */
type Place = { id: string; column: number; y: number; apart?: boolean | undefined };

/** Moves a site up (−1) or down (1) among those of its column that it stands with; undefined where it is at the end already. */
export function moved(
  bars: readonly Place[],
  id: string,
  by: -1 | 1
): { column: number; ids: string[] } | undefined {
  const bar = bars.find((b) => b.id === id);
  if (!bar) return undefined;
  const ids = bars
    .filter((b) => b.column === bar.column)
    .toSorted((a, b) => a.y - b.y)
    .map((b) => b.id);
  const at = ids.indexOf(id);
  const to = at + by;
  const next = bars.find((b) => b.id === ids[to]);
  if (!next || Boolean(next.apart) !== Boolean(bar.apart)) return undefined;
  [ids[at], ids[to]] = [ids[to]!, ids[at]!];
  return { column: bar.column, ids };
}

/** Puts a site where its middle was dropped, in px of the picture; undefined where its place stays the same. */
export function dropped(
  bars: readonly (Place & { height: number })[],
  id: string,
  middle: number
): { column: number; ids: string[] } | undefined {
  const bar = bars.find((b) => b.id === id);
  if (!bar) return undefined;
  const at = (b: (typeof bars)[number]) => (b.id === id ? middle : b.y + b.height / 2);
  const column = bars.filter((b) => b.column === bar.column);
  const before = column.toSorted((a, b) => a.y - b.y).map((b) => b.id);
  // What stands apart stays below, however high it is dropped, and the others above it.
  const ids = column
    .toSorted((a, b) => Number(Boolean(a.apart)) - Number(Boolean(b.apart)) || at(a) - at(b))
    .map((b) => b.id);
  return ids.join() === before.join() ? undefined : { column: bar.column, ids };
}
