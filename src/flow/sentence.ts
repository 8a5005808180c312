import type { Flow, Lens, Site } from '../model/lens.ts';
import { capital, listed } from '../model/format.ts';
import { plainHeading, pooled, stageWords } from '../model/stageWords.ts';
import { marketOf, waysOf } from '../model/way.ts';
import { flowsAt, siteGround, siteTotals, stageShare, siteOf } from './figures.ts';
import { nameOnPicture } from './margins.ts';
import { inSentence } from './question.ts';
import type { Part } from './trace.ts';

let tonnes: Intl.NumberFormat | undefined;
/** A number as it is said; the format is made once, since making it takes longer than all its uses. */
const spoken = (value: number) => (tonnes ??= new Intl.NumberFormat('en-GB')).format(Math.round(value));
const percent = (share: number) =>
  share > 0 && share < 0.005 ? 'less than 1 %' : `${Math.round(share * 100)} %`;

/** What the view shows, in one sentence computed from the lens: who separates most, and how much of the mining that place has. */
export function headline(lens: Lens, place: (id: string) => string): string {
  const [first] = sharesOf(lens, 'separation');
  const material = materialOf(lens);
  if (!first) return `${capital(material)}, from source to use`;
  const mines = stageWords(lens, 'mine')?.does;
  const mined = sharesOf(lens, 'mine').find(({ site }) => site.place === first.site.place);
  const also = mines && mined ? `, and ${mines} ${percent(mined.share)}` : '';
  return `${has(lens, place(first.site.place!))} ${percent(first.share)} of ${material}${also}`;
}

/** What two years of one material show, in one sentence computed from both: the share of the place that separates most, then and after. */
export function headlineOfYears(first: Lens, second: Lens, place: (id: string) => string): string {
  const [most] = sharesOf(first, 'separation');
  const after = sharesOf(second, 'separation').find(({ site }) => site.place === most?.site.place);
  if (!most || !after) return `${first.title} beside ${second.year}`;
  return `${has(first, place(most.site.place!))} ${percent(most.share)} of ${materialOf(first)} in ${first.year}, ${percent(after.share)} in ${second.year}`;
}

/** A place with what it does at the separation stage: "China separates"; without words for that, under the stage's heading. */
const has = (lens: Lens, place: string) => {
  const does = stageWords(lens, 'separation')?.does;
  return does
    ? `${capital(place)} ${does}`
    : `${capital(place)} has, under “${plainHeading(lens, 'separation')}”,`;
};

/** The places of a stage with their shares, the largest first. */
const sharesOf = (lens: Lens, stage: Site['stage']) =>
  lens.sites
    .filter((site) => site.stage === stage && site.place)
    .map((site) => ({ site, share: stageShare(lens, site.id)?.share ?? 0 }))
    .sort((a, b) => b.share - a.share);
const materialOf = (lens: Lens) => inSentence(lens.title.replace(/,? ?\d{4}$/, ''));

/**
 * One whole sentence for a site, which begins with what is written beside its bar and says nothing of that twice: how
 * much, which share of what, on what evidence, and where it comes from. "China 73 757 t · 91 % of all that is separated; …"
 * Under a scenario `left` is the share that remains. Nobody observed it, so the scenario's condition stands in the place of a kind.
 */
export function siteSentence(lens: Lens, site: Site, label: string, left?: number): string {
  const amount = label.includes(' · ') || /\d/.test(label.slice(nameOnPicture(site).length));
  const share = stageShare(lens, site.id);
  const from = flowsAt(lens, 'to', site.id)
    .toSorted((a, b) => b.value - a.value)
    .map((f) => words(lens, f.from));
  return [
    label,
    amount ? '' : `: ${spoken(siteTotals(lens, site.id).through * (left ?? 1))} tonnes`,
    share && left === undefined
      ? `${label.endsWith('%') ? '' : `, ${percent(share.share)}`} of ${share.of}`
      : '',
    left === undefined ? `; ${siteGround(lens, site.id).kind}` : '; in this scenario, if nobody adapts',
    from.length ? `; from ${listed(from)}` : '',
    '.'
  ].join('');
}

/** One whole sentence for a flow: from where to where, how much, on what evidence. */
export function flowSentence(lens: Lens, flow: Flow): string {
  return `From ${words(lens, flow.from)} to ${words(lens, flow.to)}: ${spoken(flow.value)} tonnes; ${flow.ground.kind}.`;
}

/** What of an amount a scenario leaves, as a sentence to be said after its own: how much, and how much less that is. */
export function leftSentence(value: number, left: number): string {
  return ` In this scenario ${spoken(value * left)} tonnes, ${percent(1 - left)} less.`;
}

/** One whole sentence for a way through the market that is split in proportion. */
export function splitSentence(lens: Lens, flow: { from: string; to: string; value: number }): string {
  return `From ${words(lens, flow.from)} to ${words(lens, flow.to)}: ${spoken(flow.value)} tonnes, if ${pooled(lens)} were mixed evenly; estimated.`;
}

/**
 * What a trace says of one other site, in a sentence: "81 % of what reaches wind turbines was separated in China, in
 * proportion, an estimate." `of` names what it reaches where that is more than the one site.
 */
export function traceSentence(lens: Lens, start: string, site: Site, part: Part, of?: string): string {
  const kind = { estimated: 'an estimate', residual: 'partly a residual' }[part.kind as string] ?? part.kind;
  const hedge = `${part.mixed ? ', in proportion' : ''}${kind ? `, ${kind}` : ''}`;
  if (part.side === 'upstream')
    return `${percent(part.share)} of what leaves ${words(lens, site.id)} goes on to ${whither(lens, start, site.id)}${hedge}.`;
  return `${percent(part.share)} of what reaches ${of ?? short(site)} ${cameThrough(lens, start)}${hedge}.`;
}

/** What happened where a trace starts, to all that went through it: "was separated in China". */
export function cameThrough(lens: Lens, start: string): string {
  const site = siteOf(lens, start);
  const flow = lens.flows.find((f) => f.id === start);
  const giver = flow && siteOf(lens, flow.from);
  const past = stageWords(lens, 'separation')?.name;
  if (flow && giver?.stage === 'secondary' && flow.to === marketOf(lens)?.id)
    return `came from ${short(giver)}${past ? ` without ${past.toLowerCase()}` : ''}`;
  const done = (site?.stage === 'mine' || site?.stage === 'separation') && stageWords(lens, site.stage)?.done;
  const [, where] = /^\S+ (in .+)$/.exec(site?.full ?? '') ?? [];
  if (done && where) return `was ${done} ${where}`;
  if (site?.stage === 'secondary') return `came from ${short(site)}`;
  return `came through ${origin(lens, start)}`;
}

const wayOf = (lens: Lens, id: string) =>
  lens.flows.find((f) => f.id === id) ?? waysOf(lens).find((f) => f.id === id);

/** Where a trace that starts further on is going: a flow that leaves the site itself is where it leads to. */
function whither(lens: Lens, start: string, from: string): string {
  const flow = wayOf(lens, start);
  return flow?.from === from ? words(lens, flow.to) : origin(lens, start);
}

/** Where a trace starts, within a sentence. */
function origin(lens: Lens, start: string): string {
  const flow = wayOf(lens, start);
  return flow ? `the flow from ${words(lens, flow.from)} to ${words(lens, flow.to)}` : words(lens, start);
}

/** A site by its short name within a sentence; what begins with several capitals keeps them. */
export const short = (site: Site): string =>
  site.stage === 'market'
    ? `the ${inSentence(site.name)}`
    : /^[A-Z][a-z]/.test(site.name) && !site.place
      ? site.name.charAt(0).toLowerCase() + site.name.slice(1)
      : site.name;

/** A site within a sentence. */
function words(lens: Lens, id: string): string {
  const site = siteOf(lens, id);
  if (site?.stage === 'market') return short(site);
  const name = site?.full ?? id;
  return name.charAt(0).toLowerCase() + name.slice(1);
}
