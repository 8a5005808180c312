import type { Source } from '../model/source.ts';

/** Who says something, as it follows the text on paper; nothing where no source is named. */
export type Cite = (ids: readonly string[]) => string;

/** Names sources by their numbers in the list that ends the same paper, " [3, 17]"; where it has no such list, by publisher. */
export function citing(sources: readonly Source[], listed: boolean): Cite {
  return (ids) => {
    const said = sources.flatMap(({ id, publisher }, i) =>
      ids.includes(id) ? [listed ? String(i + 1) : publisher] : []
    );
    const words = [...new Set(said)].join(listed ? ',\u00a0' : '; ');
    return words && (listed ? ` [${words}]` : ` (${words})`);
  };
}
