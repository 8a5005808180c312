/** The title of one page of several. */
export const part = (title: string, i: number, count: number) =>
  count > 1 ? `${title} (${i + 1} of ${count})` : title;

/** Items in pages that each hold at most so much; the sizes and the room in one unit. */
export function pages<T>(items: readonly T[], size: (item: T) => number, room: number): T[][] {
  const all: T[][] = [];
  let left = 0;
  for (const item of items) {
    const need = size(item);
    if (need > left || !all.length) {
      all.push([]);
      left = room;
    }
    all.at(-1)!.push(item);
    left -= need;
  }
  return all;
}
