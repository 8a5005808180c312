import * as v from 'valibot';

/** A calendar day, ISO 8601: "2025-10-28". Must exist. */
export const Day = v.pipe(
  v.string(),
  v.isoDate('a day such as "2025-10-28"'),
  v.check((day) => {
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  }, 'a day that exists in the calendar')
);
export type Day = v.InferOutput<typeof Day>;

/**
 * When something happened, no more precisely than the source says: the first and last day it may mean.
 * `precision` tells how to read the two days; `as` is the source's own wording in a few words ("early October").
 */
export const When = v.pipe(
  v.strictObject({
    from: Day,
    to: Day,
    precision: v.picklist(['day', 'days', 'month', 'year', 'by', 'after', 'about']),
    as: v.optional(v.string())
  }),
  v.check((when) => when.from <= when.to, '"from" must not be later than "to"')
);
export type When = v.InferOutput<typeof When>;

/** Whether a day comes before (−1) or after (1) another; as they are written, since comparing by a language takes its tables first. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
