import { formatDay } from '../../model/format.ts';

/** A moment in the reader's own time, such as "3 Nov 2025, 09:14"; the input is in ms. */
export function formatTime(time: number): string {
  const at = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${formatDay(day, true)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
