import { formatDay } from '../../model/format.ts';
import { timeOf } from '../../notes/clock.ts';
import type { Hlc } from '../../notes/revision.ts';

/** The day and hour of a revision on the reader's own clock: "3 Nov 2025, 09:14". */
export function momentOf(hlc: Hlc): string {
  const time = new Date(timeOf(hlc));
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${formatDay(day, true)}, ${two(time.getHours())}:${two(time.getMinutes())}`;
}
