/** The longest chain of aliases that is followed; a longer one is a mistake in the pack. */
export const MAX_HOPS = 10;

/**
 * The known id that an id leads to, itself or by aliases (old id → new id); undefined where it leads nowhere, or round in
 * a circle. A way through a market follows the flows it is made of, so that a renamed flow takes its ways along.
 */
export function leadsTo(
  id: string,
  known: (id: string) => boolean,
  aliases: Readonly<Record<string, string>>
): string | undefined {
  /** Where a chain ends: at the first known id, or at one that leads nowhere. */
  const follow = (at: string): string => {
    for (let hops = 0; hops < MAX_HOPS && !known(at) && Object.hasOwn(aliases, at); hops++) at = aliases[at]!;
    return at;
  };
  const end = follow(id);
  if (known(end)) return end;
  const lens = lensOf(end);
  for (let dot = end.indexOf('.', lens.length); lens && dot > 0; dot = end.indexOf('.', dot + 1)) {
    const feeder = follow(end.slice(0, dot));
    // A flow that went to another lens keeps its own, which no way knows.
    const way = `${feeder}.${follow(lens + end.slice(dot + 1)).replace(lensOf(feeder), '')}`;
    if (known(way)) return way;
  }
  return undefined;
}

const lensOf = (id: string) => id.slice(0, id.indexOf('/') + 1);
