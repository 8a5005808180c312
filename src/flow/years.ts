import { capital, formatShare, listed } from '../model/format.ts';
import type { Flow, Lens, Site } from '../model/lens.ts';
import { plainHeading } from '../model/stageWords.ts';
import { flowPictures } from './folded.ts';
import { flowsAt } from './figures.ts';
import type { FlowPicture } from './picture.ts';

/** One link in two years; a year that does not report it has none, which is not nought. `unlike` says why the two years cannot be set against each other. */
export type YearRow = {
  key: string;
  from: string;
  to: string;
  first: Flow | undefined;
  second: Flow | undefined;
  /** The least and the most that the sources leave open for the value of either year. */
  ends: readonly [Ends | undefined, Ends | undefined];
  unlike?: string;
};

type Ends = { low: number; high: number };

/**
 * Between what a flow's value lies, in the lens's unit: the range that its source gives; of what only passes on the sum of
 * what comes in, the sums of their ends; of a value that was rounded, half a step to either side.
 */
function endsOf(lens: Lens, flow: Flow, passed: readonly Flow[] = []): Ends {
  const { from, value, low, high, passesOn, roundedTo = 0 } = flow;
  if (low !== undefined || high !== undefined) return { low: low ?? value, high: high ?? value };
  // What returns to where it came from passes on no more than it has.
  const into = passesOn && !passed.includes(flow) ? flowsAt(lens, 'to', from) : [];
  if (into.length) {
    const all = into.map((one) => endsOf(lens, one, [...passed, flow]));
    return {
      low: Math.min(
        value,
        all.reduce((sum, one) => sum + one.low, 0)
      ),
      high: Math.max(
        value,
        all.reduce((sum, one) => sum + one.high, 0)
      )
    };
  }
  const half = roundedTo / 2;
  return { low: Math.max(0, value - half), high: value + half };
}

/** In one year, the rest of a stage, and the places in it that stand apart in the other. */
type Held = { year: number; stage: string; rest: Site; places: Site[] };

/** What the rest of a stage holds in one year that stands apart in the other. */
function heldByRests(first: Lens, second: Lens): Held[] {
  const held = (lens: Lens, other: Lens): Held[] =>
    lens.sites.flatMap((rest) => {
      const apart = ({ sites }: Lens) =>
        sites.filter((site) => site.stage === rest.stage && site.place && !site.rest);
      const own = new Set(apart(lens).map(({ place }) => place));
      const places = apart(other).filter(({ place }) => !own.has(place));
      return rest.rest && places.length
        ? [{ year: lens.year, stage: plainHeading(lens, rest.stage), rest, places }]
        : [];
    });
  return [...held(first, second), ...held(second, first)];
}

/** What stands apart in one year only, a sentence; empty where the same places do in both. */
export function heldInWords(first: Lens, second: Lens): string {
  const held = heldByRests(first, second).map(
    ({ year, stage, rest, places }) =>
      `“${rest.name}” under “${stage}” hold ${listed(places.map(({ name }) => name))} in ${year}`
  );
  return held.length
    ? `${held.join('; ')}; the other year lists them apart. So no change of these is like for like.`
    : '';
}

/** What each of two years has to say of its figures before they are compared, in sentences. */
export const cautions = (...years: readonly Lens[]): string[] =>
  years.flatMap(({ caution }) => caution ?? []);

/** The links of two lenses of one unit, in the order of the first, then what only the second has. */
export function compareYears(first: Lens, second: Lens): YearRow[] {
  const key = (flow: Flow) => `${flow.from} ${flow.to}`;
  const later = new Map(second.flows.map((flow) => [key(flow), flow]));
  const earlier = new Set(first.flows.map(key));
  const held = heldByRests(first, second);
  const unlike = ({ from, to }: Flow, year: number | undefined): string | undefined => {
    const ends: readonly string[] = [from, to];
    const within = held.find((one) => one.year === year && one.places.some(({ id }) => ends.includes(id)));
    if (within) return `within “${within.rest.name}” in ${year}`;
    return !year && held.some(({ rest }) => ends.includes(rest.id)) ? 'not comparable' : undefined;
  };
  const row = (flow: Flow, a: Flow | undefined, b: Flow | undefined): YearRow => {
    const why = unlike(flow, a ? (b ? undefined : second.year) : first.year);
    return {
      key: key(flow),
      from: flow.from,
      to: flow.to,
      first: a,
      second: b,
      ends: [a && endsOf(first, a), b && endsOf(second, b)],
      ...(why ? { unlike: why } : {})
    };
  };
  return [
    ...first.flows.map((flow) => row(flow, flow, later.get(key(flow)))),
    ...second.flows.filter((flow) => !earlier.has(key(flow))).map((flow) => row(flow, undefined, flow))
  ];
}

/** Why two lenses cannot stand on one scale; undefined where they can. */
export function notBeside(first: Lens, second: Lens): 'unit' | 'material' | undefined {
  if (first.unit !== second.unit) return 'unit';
  return first.material === second.material ? undefined : 'material';
}

/** The change of a flow's value as a share of the first year's, and the least and the most that it can be within what the sources leave open. */
export type Change = { share: number; least: number; most: number };

/**
 * What became of a flow's value, or in words why nothing measures it: "not comparable" where the rest of a stage holds other
 * places, "within “Other places” in 2024", "not given before", "no longer given", "a remainder" where it balances other
 * figures, "–" where it was nought.
 */
export function measuredChange({ first, second, ends: [before, after], unlike }: YearRow): Change | string {
  if (unlike) return unlike;
  if (!first || !before) return 'not given before';
  if (!second || !after) return 'no longer given';
  if ([first, second].some((flow) => flow.ground.kind === 'residual')) return 'a remainder';
  if (first.value === 0) return '–';
  const change = (to: number, from: number) => (from > 0 ? to / from - 1 : 0);
  return {
    share: change(second.value, first.value),
    least: change(after.low, before.high),
    most: change(after.high, before.low)
  };
}

/** What became of a flow's value, in words: "+3 %", with its range where the sources give one; "–" where it is the same. */
export function changeInWords(row: YearRow): string {
  const change = measuredChange(row);
  if (typeof change === 'string') return change;
  const [said, ...ends] = [change.share, change.least, change.most].map(signed);
  if (ends.every((end) => end === said)) return said === signed(0) ? '–' : said!;
  return ends[0] === ends[1] ? said! : `${said} (${ends.join(' … ')})`;
}

function signed(change: number): string {
  const size = Math.abs(change);
  if (size < 0.0005) return '0\u00a0%';
  return `${change > 0 ? '+' : '−'}${size < 0.01 ? `${(size * 100).toFixed(1)} %` : formatShare(size)}`;
}

/** How two years are drawn: in the order of the first one's columns where one is given. */
type YearOptions = {
  size: { width: number; height: number };
  hue: (place: string | undefined) => string;
  order?: Readonly<Record<number, readonly string[]>> | undefined;
};

/**
 * Two lenses of one unit and material, each as pictures of the given size (px; two where a narrow one is folded), on one
 * scale and in one order. The sentence of each flow of the second says its change.
 */
export function yearPictures(
  first: Lens,
  second: Lens,
  { size, hue, order }: YearOptions
): { lens: Lens; pictures: FlowPicture[] }[] {
  const [one] = flowPictures(first, size, hue, { order });
  const [two] = flowPictures(second, size, hue, { order: one?.order });
  const scale = Math.min(one?.scale ?? Infinity, two?.scale ?? Infinity);
  const drawn = (lens: Lens) => flowPictures(lens, size, hue, { order: one?.order, scale });
  const changes = new Map(
    compareYears(first, second).map((row) => {
      const change = changeInWords(row);
      const on = row.first ? ` ${row.unlike ? 'with' : 'on'} ${first.year}` : '';
      return [row.second?.id, row.unlike || change.includes('%') ? ` ${capital(change)}${on}.` : ''];
    })
  );
  const told = (picture: FlowPicture): FlowPicture => ({
    ...picture,
    ribbons: picture.ribbons.map((ribbon) => ({
      ...ribbon,
      sentence: `${ribbon.sentence}${changes.get(ribbon.id as Flow['id']) ?? ''}`
    }))
  });
  return [
    { lens: first, pictures: drawn(first) },
    { lens: second, pictures: drawn(second).map(told) }
  ];
}

/** Two lenses that can stand on one scale, the earlier year first; undefined where they cannot, or there is no other. */
export function yearPair(lens: Lens, other: Lens | undefined): readonly [Lens, Lens] | undefined {
  if (!other || other === lens || notBeside(lens, other)) return undefined;
  return lens.year <= other.year ? [lens, other] : [other, lens];
}
