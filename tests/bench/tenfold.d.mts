/** How many of each the tenfold pack holds. */
export const MOST: { deals: number; flows: number; notes: number };
/** The page with a briefing of 500 deals and a first lens of 1,000 flows. */
export function tenfold(html: string): string;
