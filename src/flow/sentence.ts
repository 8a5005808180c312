import type { Flow, Lens, Site } from '../model/lens.ts';
import { listed } from '../model/format.ts';
import { siteGround, siteTotals, stageShare } from './figures.ts';

const spoken = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (share: number) =>
  share > 0 && share < 0.005 ? 'less than 1 %' : `${Math.round(share * 100)} %`;

/** What the view shows, in one sentence computed from the lens: who separates most, and how much of the mining that place has. */
export function headline(lens: Lens, place: (id: string) => string): string {
  const shares = (stage: Site['stage']) =>
    lens.sites
      .filter((site) => site.stage === stage && site.place)
      .map((site) => ({ site, share: stageShare(lens, site.id)?.share ?? 0 }))
      .sort((a, b) => b.share - a.share);
  const [first] = shares('separation');
  const material = lens.title.replace(/,? ?\d{4}$/, '').toLowerCase();
  if (!first) return `Where ${material} come from and where they go`;
  const mined = shares('mine').find(({ site }) => site.place === first.site.place);
  const also = mined ? `, and mines ${percent(mined.share)}` : '';
  return `${capital(place(first.site.place!))} separates ${percent(first.share)} of ${material}${also}`;
}

/** One whole sentence for a site: what it is, how much, which share, on what evidence, and where it comes from. */
export function siteSentence(lens: Lens, site: Site): string {
  const { through } = siteTotals(lens, site.id);
  const share = stageShare(lens, site.id);
  const stage = lens.stages.find((s) => s.id === site.stage)?.heading ?? '';
  const from = lens.flows
    .filter((f) => f.to === site.id)
    .sort((a, b) => b.value - a.value)
    .map((f) => lens.sites.find((s) => s.id === f.from)?.full ?? f.from);
  return [
    `${stage}: ${site.full}, ${spoken(through)} tonnes`,
    share ? `, ${percent(share.share)} of ${share.of}` : '',
    `; ${siteGround(lens, site.id).kind}`,
    from.length ? `; from ${listed(from)}` : '',
    '.'
  ].join('');
}

/** One whole sentence for a flow: from where to where, how much, on what evidence. */
export function flowSentence(lens: Lens, flow: Flow): string {
  const words = (id: string) => {
    const site = lens.sites.find((s) => s.id === id);
    const verb = site?.stage === 'mine' ? 'mines in ' : site?.stage === 'separation' ? 'separation in ' : '';
    return `${verb}${site?.full ?? id}`;
  };
  return `From ${words(flow.from)} to ${words(flow.to)}: ${spoken(flow.value)} tonnes; ${flow.ground.kind}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
