import { lineForce, stateOn } from './asof.ts';
import { grouped } from './grouped.ts';
import type { RecordEntry } from './claim.ts';
import type { Deal } from './deal.ts';
import { inOrder } from './when.ts';

/** What the ledger can be sorted and grouped by. */
export const SORTS = ['date', 'title', 'between', 'subject', 'force', 'binding'] as const;
export type Sort = (typeof SORTS)[number];
/** What the ledger can be grouped by. */
export const GROUPS = ['pair', 'subject', 'force', 'binding', 'rare', 'named', 'made'] as const;
export type Group = (typeof GROUPS)[number];

/** Which deals: each choice that is set must hold. `made` is a month, "2025-10". */
export type DealSift = {
  place?: string | undefined;
  subject?: string | undefined;
  binds?: string | undefined;
  force?: string | undefined;
  state?: string | undefined;
  rare?: string | undefined;
  named?: string | undefined;
  made?: string | undefined;
  check?: string | undefined;
};

/** The deals for which every choice holds on a day. */
export function siftDeals(
  deals: readonly Deal[],
  sift: DealSift,
  day: string,
  record: readonly RecordEntry[] = []
): Deal[] {
  return deals.filter(
    (deal) =>
      (!sift.place || ([...deal.parties, ...deal.organisations] as string[]).includes(sift.place)) &&
      (!sift.subject || deal.subject === sift.subject) &&
      (!sift.binds || deal.binding === sift.binds) &&
      (!sift.force || (lineForce(deal, day) ?? 'not yet') === sift.force) &&
      (!sift.state || stateOn(deal.states, day).state === sift.state) &&
      (!sift.rare || deal.rareEarths === sift.rare) &&
      (!sift.named || deal.named === sift.named) &&
      (!sift.made || madeIn(deal) === sift.made) &&
      (!sift.check || checkOf(deal, record) === sift.check)
  );
}

/** What the public record can say of a deal, the worst first. */
export const CHECKS = ['contradicted', 'not confirmed', 'imprecise', 'confirmed', 'not checked'] as const;
export type Check = (typeof CHECKS)[number];

/** What the public record says of a deal at worst: one claim about it that is contradicted counts before ten that are confirmed. */
export function checkOf(deal: Pick<Deal, 'record'>, record: readonly RecordEntry[]): Check {
  const verdicts = record.filter((entry) => deal.record.includes(entry.id)).map((entry) => entry.verdict);
  return CHECKS.find((check) => verdicts.includes(check)) ?? 'not checked';
}

/** The month in which a deal was made, by the last day its date can mean. */
export const madeIn = (deal: Pick<Deal, 'when'>): string => deal.when.to.slice(0, 7);

const FORCE_ORDER = ['in force', 'not binding', 'pledged', 'stopped', 'not yet'];
const BINDING_ORDER = ['yes', 'disputed', 'not known', 'no'];

/** The deals in an order, "-" before its name for the other way round; the day of a deal, then its title, breaks ties. */
export function sortDeals(
  deals: readonly Deal[],
  order: string,
  day: string,
  placeName: (id: string) => string
): Deal[] {
  const back = order.startsWith('-') ? -1 : 1;
  const sort = order.replace(/^-/, '') as Sort;
  const key: Record<Sort, (deal: Deal) => string> = {
    date: (deal) => deal.when.from,
    title: (deal) => deal.title,
    between: (deal) => deal.parties.map(placeName).join(' '),
    subject: (deal) => deal.subject,
    force: (deal) => String(FORCE_ORDER.indexOf(lineForce(deal, day) ?? 'not yet')),
    binding: (deal) => String(BINDING_ORDER.indexOf(deal.binding))
  };
  // Names stand as a reader of their language looks for them; days and numbers need no language, which takes its time.
  const named = sort === 'title' || sort === 'between';
  const by = named ? (a: string, b: string) => a.localeCompare(b) : inOrder;
  const ties = (a: Deal, b: Deal) => inOrder(a.when.from, b.when.from) || a.title.localeCompare(b.title);
  return deals.toSorted((a, b) => back * by(key[sort](a), key[sort](b)) || ties(a, b));
}

/** The deals in groups, each with what they share, in the order in which the groups first appear. */
export function groupDeals(
  deals: readonly Deal[],
  by: string | undefined,
  day: string
): { key: string; deals: Deal[] }[] {
  if (!by) return [{ key: '', deals: [...deals] }];
  const key: Record<Group, (deal: Deal) => string> = {
    pair: (deal) => [...deal.parties].sort().join(' '),
    subject: (deal) => deal.subject,
    force: (deal) => lineForce(deal, day) ?? 'not yet',
    binding: (deal) => deal.binding,
    rare: (deal) => deal.rareEarths,
    named: (deal) => deal.named,
    made: madeIn
  };
  return [...grouped(deals, key[by as Group])].map(([name, members]) => ({ key: name, deals: members }));
}

/** The month in which most deals were made: the one that a question about "the deals" means. */
export function mainMonth(deals: readonly Deal[]): string | undefined {
  const counts = new Map<string, number>();
  for (const deal of deals) counts.set(madeIn(deal), (counts.get(madeIn(deal)) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0]?.[0];
}
