import type { Flow, Lens } from '../model/lens.ts';
import type { Scenario } from '../model/scenario.ts';

/** One thing that happens: a site or a link ("from>to") keeps this share of what it was, 0 to 1. */
export type Change = { id: string; remains: number };

/** What a reader asks: the changes, the spare capacity assumed (share of throughput), and the uses served first. */
export type Question = { changes: readonly Change[]; spare: readonly Change[]; first: readonly string[] };

/** What stands in a link while the question is open and nothing is asked yet. */
export const ASK = 'ask';

/** The empty question: everything goes on as it was. */
export const NOTHING: Question = { changes: [], spare: [], first: [] };

const PART = /^(spare\.)?([a-z0-9.-]+(?:>[a-z0-9.-]+)?):(\d{1,3})$/;

/** Reads a question from a link: "mine-mmr:0,mine-usa>sep-chn:50,spare.sep-mys:20,first:use-wind+use-ev". What the lens lacks, or what is not of this form, is left out and named; of one thing changed twice, the last holds. */
export function parseQuestion(text: string, lens: Lens): { question: Question; unknown: string[] } {
  const changes = new Map<string, number>();
  const spare = new Map<string, number>();
  let first: string[] = [];
  const unknown: string[] = [];
  for (const part of text.split(',').filter((one) => one && one !== ASK)) {
    const uses = /^first:(.+)$/
      .exec(part)?.[1]
      ?.split('+')
      .filter((id, i, all) => all.indexOf(id) === i);
    const match = PART.exec(part);
    if (uses && uses.every((id) => lens.sites.some((s) => s.id === id && s.role === 'use'))) first = uses;
    else if (match && isKnown(lens, match[2]!) && Number(match[3]) <= 100)
      (match[1] ? spare : changes).set(match[2]!, Number(match[3]) / 100);
    else unknown.push(part);
  }
  const listed = (all: ReadonlyMap<string, number>) => Array.from(all, ([id, remains]) => ({ id, remains }));
  return { question: { changes: listed(changes), spare: listed(spare), first }, unknown };
}

/** Writes a question as it stands in a link. */
export function formatQuestion({ changes, spare, first }: Question): string {
  const percent = ({ id, remains }: Change) => `${id}:${Math.round(remains * 100)}`;
  const parts = [
    ...changes.map(percent),
    ...spare.map((s) => `spare.${percent(s)}`),
    ...(first.length ? [`first:${first.join('+')}`] : [])
  ];
  return parts.join(',') || ASK;
}

/** The question that a ready-made scenario asks of a lens. */
export function questionOf(scenario: Scenario): Question {
  const sites = Object.entries(scenario.capacity ?? {}).map(([id, remains]) => ({ id, remains }));
  const links = (scenario.permission ?? []).map(({ from, to, remains }) => ({
    id: `${from}>${to}`,
    remains
  }));
  return { ...NOTHING, changes: [...sites, ...links] };
}

/** A question in words, within a sentence: "mines in Myanmar at 50 %, with wind turbines served first". Of many changes only how many there are. */
export function questionInWords(lens: Lens, { changes, spare, first }: Question): string {
  const said = (id: string) => {
    const site = lens.sites.find((one) => one.id === id);
    return site ? inSentence(site.full) : id;
  };
  const left = (remains: number) => (remains === 0 ? 'stopped' : `at ${Math.round(remains * 100)} %`);
  const what = ({ id, remains }: Change) => {
    const [from, to] = id.split('>');
    return to === undefined
      ? `${said(id)} ${left(remains)}`
      : `shipping from ${said(from!)} to ${said(to)} ${left(remains)}`;
  };
  const uses = first.map((id) => inSentence(lens.sites.find((site) => site.id === id)?.name ?? id));
  return [
    changes.length > 2 ? `${changes.length} changes of your own` : changes.map(what).join(' and '),
    ...(uses.length ? [`with ${uses.join(', then ')} served first`] : []),
    ...(spare.length
      ? [`with spare capacity assumed in ${spare.map(({ id }) => said(id)).join(' and ')}`]
      : [])
  ].join(', ');
}

/** A full name within a sentence: its first word, for a stage or a use, is small; what begins with several capitals keeps them. */
export const inSentence = (name: string) => name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

function isKnown(lens: Lens, id: string): boolean {
  return id.includes('>') ? linksOf(lens, id).length > 0 : lens.sites.some((site) => site.id === id);
}

/** The flows of a link, written "from>to"; most often one. */
export function linksOf(lens: Lens, id: string): Flow[] {
  const [from, to] = id.split('>');
  return lens.flows.filter((flow) => flow.from === from && flow.to === to);
}
