import { timeOf } from '../../notes/clock.ts';
import type { Hlc } from '../../notes/revision.ts';
import { formatTime } from './time.ts';

/** The day and hour of a revision on the reader's own clock: "3 Nov 2025, 09:14". */
export const momentOf = (hlc: Hlc): string => formatTime(timeOf(hlc));
