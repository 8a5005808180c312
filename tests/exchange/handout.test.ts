import { describe, expect, test } from 'vitest';
import { dealSheet } from '../../src/exchange/dealSheet.ts';
import { handout, PARTS, type HandoutOptions } from '../../src/exchange/handout.ts';
import type { Paper } from '../../src/exchange/paper.ts';
import { slideDeck } from '../../src/exchange/slides.ts';
import { summary } from '../../src/exchange/summary.ts';
import { stateOn } from '../../src/model/asof.ts';
import { formatQuantity } from '../../src/model/format.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const asOf = '2025-10-15';
const SCENE = { title: 'A scene', caption: 'For the room', small: ['Sources: x.'], points: ['p'] };
const whole = { asOf, parts: PARTS, scenes: [SCENE], timeline: [], notes: [] };
const text = (paper: Paper) => JSON.stringify(paper);

describe('the handout', () => {
  const paper = handout(pack, whole);

  test('[X50] holds judgements, scenes with captions, the ledger on the day, events, assumptions and each source with its attribution', () => {
    for (const { text: words } of pack.briefing.judgements) expect(text(paper)).toContain(words);
    expect(text(paper)).toContain('For the room');
    expect(text(paper)).toContain('as of 15 October 2025');
    for (const deal of pack.deals) expect(text(paper)).toContain(deal.title);
    for (const event of pack.events) expect(text(paper)).toContain(event.title);
    for (const unknown of pack.unknowns)
      expect(text(paper)).toContain(JSON.stringify(unknown.text).slice(1, -1));
    for (const source of pack.sources) {
      expect(text(paper)).toContain(JSON.stringify(source.title).slice(1, -1));
      if (source.attribution) expect(text(paper)).toContain(JSON.stringify(source.attribution).slice(1, -1));
    }
  });

  test('[X92] says who says so: each verdict, deal, event and gap by numbers into the one list of sources, or by publisher without it', () => {
    const rows = (paper: Paper, title: RegExp) => {
      const part = paper.parts.find((one) => title.test(one.title))!;
      return part.kind === 'table' ? part.rows : [];
    };
    const list = paper.parts.at(-1)!;
    const numbers = (cell: string) => (/ \[([\d,\s]+)\]$/.exec(cell)?.[1] ?? '').split(/,\s/).filter(Boolean);
    const found = (cell: string) =>
      numbers(cell)
        .map((number) => pack.sources[Number(number) - 1]!.id)
        .sort();
    expect(list.kind === 'entries' && list.numbered && list.items.length).toBe(pack.sources.length);
    expect(paper.lines.join(' ')).toContain('Numbers in brackets are those of the list of sources.');
    for (const { topic, sources } of pack.record)
      expect(found(rows(paper, /public record/).find((row) => row[1] === topic)![2]!)).toEqual(
        sources.toSorted()
      );
    for (const [i, { sources }] of pack.deals.entries())
      expect(found(rows(paper, /^Deals and/)[i]![0]!)).toEqual(sources.toSorted());
    for (const [, title, summary] of rows(paper, /^Events/)) {
      const event = pack.events.find((one) => title!.startsWith(one.title))!;
      if (event.sources.length) expect(found(summary!)).toEqual(event.sources.toSorted());
      else expect(summary).toMatch(/ \[briefing\]$/);
    }
    const short = handout(pack, { ...whole, parts: ['disagree'] });
    expect(text(short)).not.toContain('Numbers in brackets');
    expect(rows(short, /public record/)[0]![2]).toMatch(/ \(.+\)$/);
  });

  test('[X51] holds only the parts that are asked for, in one order', () => {
    const titles = (parts: (typeof PARTS)[number][]) =>
      handout(pack, { ...whole, parts }).parts.map((part) => part.title);
    expect(titles(['sources', 'judgements'])).toEqual(['Key judgements', 'Sources and attributions']);
    expect(titles([])).toEqual([]);
  });

  test('[X55] says on its first page that scenes keep their own days, where they do', () => {
    const lines = (days: string[], parts: HandoutOptions['parts'] = PARTS) =>
      handout(pack, { ...whole, parts, scenes: days.map((day) => ({ ...SCENE, day })) }).lines.join(' ');
    expect(lines(['2025-11-05', '2025-10-15', '2025-11-05'])).toContain(
      'States as of 15 October 2025. Scenes keep their own: 15 October 2025 and 5 November 2025. Data'
    );
    expect(lines([asOf])).not.toContain('Scenes keep');
    expect(lines(['2025-11-05'], ['judgements'])).not.toContain('Scenes keep');
    const slides = (day: string) =>
      JSON.stringify(slideDeck(pack, [{ ...SCENE, notes: '', about: '', sources: [], day }], asOf).slides[0]);
    expect(slides('2025-11-05')).toContain('as of 15 October 2025. Scenes keep their own: 5 November 2025.');
    expect(slides(asOf)).not.toContain('Scenes keep');
  });

  test('[X52] holds a note only when it is given', () => {
    expect(text(paper)).not.toContain('Notes of readers');
    const note = { on: 'A deal', by: 'Ann', when: '1 Nov 2025', marking: '', text: 'Secret thought' };
    const noted = text(handout(pack, { ...whole, notes: [note] }));
    for (const part of ['Notes of readers', 'Secret thought', 'Ann', 'no marking'])
      expect(noted).toContain(part);
  });
});

describe('a sheet of a deal', () => {
  test.each(pack.deals.map((deal) => [deal.id, deal] as const))(
    '[X53] %s has its parties, states, amounts with ground, terms, claims and sources',
    (_id, deal) => {
      const sheet = text(dealSheet(pack, deal, asOf));
      for (const part of [
        deal.summary,
        ...deal.parties.map((id) => pack.placeName(id)),
        ...deal.terms,
        ...deal.states.map(({ state }) => state),
        ...deal.amounts.map(({ quantity }) => formatQuantity(quantity)),
        ...deal.amounts.map(({ ground }) => ground.kind),
        ...deal.sources.map((id) => pack.source(id).title),
        // [X93] What the record says names who says it.
        ...pack.record
          .filter(({ id }) => deal.record.includes(id))
          .flatMap(({ says, sources }) => [says, ...sources.map((id) => pack.source(id).title)])
      ])
        expect(sheet).toContain(JSON.stringify(part).slice(1, -1));
      expect(sheet).not.toMatch(/undefined|NaN/);
    }
  );
});

test('[X54] the summary keeps the judgements whole and adds nothing up', () => {
  const paper = summary(pack, asOf);
  for (const { text: words } of pack.briefing.judgements) expect(text(paper)).toContain(words);
  expect(paper.dense).toBe(true);
  expect(text(paper)).not.toMatch(/total|sum of/i);
});

test('[X94] the summary names the points that the record contradicts, not only how many they are', () => {
  const part = summary(pack, asOf).parts.find(({ title }) => title.startsWith('What the public record'))!;
  const small = part.kind === 'entries' ? part.items[0]!.small! : '';
  const found = pack.record.filter(({ verdict, after }) => verdict === 'contradicted' && !after);
  expect(small).toBe(`Contradicted: ${found.map(({ topic }) => topic).join('; ')}.`);
});

describe('what the summary leaves out', () => {
  const parts = (day: string) =>
    Object.fromEntries(
      summary(pack, day).parts.map((part) => [
        part.title,
        part.kind === 'entries' ? part.items.map((item) => item.text) : []
      ])
    );

  test('[X56] is counted, list by list', () => {
    const made = pack.deals.filter(
      (deal) => deal.kind === 'deal' && stateOn(deal.states, '2025-12-01').state !== 'not yet'
    );
    const told = parts('2025-12-01');
    const last = (title: string) => told[title]!.at(-1);
    expect(told['Deals on 1 December 2025']).toHaveLength(13);
    expect(last('Deals on 1 December 2025')).toBe(`And ${made.length - 12} more in the file.`);
    expect(last('Since the briefing')).toBe(
      `And ${pack.events.filter((event) => event.after).length - 6} more in the file.`
    );
    // Those of one figure only are told on Brief, and count here too.
    expect(last('Figures that disagree')).toBe(`And ${pack.contradictions.length - 3} more in the file.`);
    expect(last('What is not known')).toBe(`And ${pack.unknowns.length - 4} more in the file.`);
    expect(parts('2025-10-15')['Deals on 15 October 2025']).toHaveLength(1);
  });

  test('[X57] is never a deal that binds', () => {
    const told = parts('2025-12-01')['Deals on 1 December 2025']!.join(' ');
    const binding = pack.deals.filter((deal) => deal.kind === 'deal' && deal.binding === 'yes');
    expect(binding.map(({ id }) => id)).toContain('deal-jpn-usa-jera-haynesville');
    for (const { title } of binding) expect(told).toContain(`${title}:`);
  });
});
