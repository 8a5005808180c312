import { describe, expect, test } from 'vitest';
import type { Ground } from '../../src/model/ground.ts';
import { figureOf, figureText, footnote, type Standing } from '../../src/exchange/footnote.ts';
import { shareInWords, siteGround } from '../../src/flow/figures.ts';
import { formatQuantity } from '../../src/model/format.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const { briefing } = pack;
const standing: Standing = {
  ...briefing,
  asOf: '2025-10-15',
  source: (id) => pack.source(id),
  paragraph: (id) => briefing.paragraphs.find((p) => p.id === id)!.place
};

describe('a figure to be quoted', () => {
  test('[X300] as text names what it is of, its value and its year, and no narrow space', () => {
    const card = pack.cards.find((c) => c.id === 'card-magnet-exports-2025-09')!;
    const text = figureText(figureOf(card.title, card.quantity, card.ground));
    expect(text).toBe(
      'China’s exports of magnets in one month (magnets): 5\u00a0773\u00a0t (September 2025)'
    );
  });

  test('[X95] as text keeps the kind of a figure that nobody published so', () => {
    const at = (kind: Ground['kind']) =>
      figureText({ what: 'x', value: '12', unit: '%', year: '2024', ground: { kind, sources: [] } });
    expect(at('observed')).toBe('x: 12 (2024)');
    expect(at('stated')).toBe('x: 12 (2024)');
    for (const kind of ['derived', 'estimated', 'residual'] as const)
      expect(at(kind)).toBe(`x: 12 (2024, ${kind})`);
  });

  test('[X301] tonnes of oxide never pass for tonnes of metal', () => {
    const ground = { kind: 'observed' as const, sources: ['s01'] as never };
    const at = (unit: string) => figureText({ what: 'x', value: '12\u00a0t', unit, ground });
    expect(at('t REO')).toBe('x: 12\u00a0t REO');
    expect(at('t metal')).toBe('x: 12\u00a0t metal');
    expect(at('t')).toBe('x: 12\u00a0t');
  });

  test('[X91] a figure that another contradicts is copied as contested, with what each side says and what decides', () => {
    const amounts = pack.deals.flatMap((deal) => deal.amounts).filter(({ contested }) => contested);
    expect(amounts.length).toBeGreaterThan(3);
    for (const { what, quantity, ground, contested: id } of amounts) {
      const contested = pack.contradictions.find((one) => one.id === id)!;
      const figure = { ...figureOf(what, quantity, ground), contested };
      expect(figureText(figure)).toMatch(/\((.*, )?contested\)$/);
      // Away from its dossier it says of which deal it is.
      expect(figureText({ ...figure, record: 'A deal (1 May 2025)' })).toBe(
        `A deal (1 May 2025), ${figureText(figure)}`
      );
      const note = footnote(figure, standing);
      for (const { label } of contested.readings) expect(note).toContain(`${label}: `);
      expect(note).toContain(`Contested, “${contested.title}”: `);
      expect(note).not.toMatch(/undefined|\.\.|\n/);
    }
  });

  test('[X302] every figure of the edition as a footnote carries value, unit, year, kind, each source whole, as-of and marking', () => {
    const figures = [
      ...pack.cards.map((c) => figureOf(c.title, c.quantity, c.ground)),
      ...pack.deals.flatMap((d) => d.amounts.map((a) => figureOf(a.what, a.quantity, a.ground))),
      ...pack.elements.flatMap((e) => e.prices.map((p) => figureOf(e.name, p.quantity, p.ground))),
      ...pack.lenses.flatMap((l) => l.shares.map((s) => figureOf(s.text, s.quantity, s.ground)))
    ];
    expect(figures.length).toBeGreaterThan(60);
    for (const figure of figures) {
      const text = footnote(figure, standing);
      for (const part of [
        figure.value.replaceAll('\u202f', '\u00a0'),
        `Unit: ${figure.unit}.`,
        `Kind: ${figure.ground.kind}`,
        'as of 15 October 2025',
        `edition ${briefing.edition}`,
        `Marking: ${briefing.marking}`,
        ...(figure.year ? [figure.year] : ['No year is given']),
        ...(figure.ground.arithmetic ? ['arithmetic: '] : []),
        ...figure.ground.sources.flatMap((id) => {
          const { title, publisher, date, licence, readAs } = pack.source(id);
          return [title, publisher, date, licence, readAs === 'not read' ? readAs : `read as: ${readAs}`];
        })
      ])
        expect(text).toContain(part.replaceAll('\u202f', '\u00a0'));
      expect(text).not.toMatch(/undefined|\.\.|\n/);
    }
  });

  test('[X303] a figure that only the briefing states names the paragraph and the publisher', () => {
    const claim = pack.claims.find((c) => c.id === 'claim-s1p1-8')!;
    const figure = figureOf(claim.subject, claim.quantities[0]!, {
      kind: 'stated',
      sources: [],
      paragraph: claim.paragraph
    });
    expect(footnote(figure, standing)).toContain(
      `${briefing.publisher}, the briefing, section 1, paragraph 1`
    );
    expect(footnote(figure, standing)).toContain(formatQuantity(claim.quantities[0]!));
  });
});

test('[EX1] a share beside a tonnage is derived, whatever the tonnage is, and the footnote says both with the site’s note', () => {
  const lens = pack.lenses.find(({ id }) => id === 'magnet-2025')!;
  const site = lens.sites.find(({ id }) => id === 'sep-chn')!;
  const text = footnote(
    {
      what: site.full,
      value: '75\u202f000\u00a0t',
      unit: lens.unit,
      year: '2025',
      ground: siteGround(lens, site.id),
      share: shareInWords(lens, site.id)!,
      note: site.note
    },
    standing
  );
  expect(text).toContain('Kind: observed');
  expect(text).toContain(
    'The share is derived: 75\u00a0000 / 90\u00a0000 t = 83\u00a0% of all that is separated. '
  );
  expect(text).toContain(`${site.note} Source`);
  expect(shareInWords(lens, 'pool-world')).toBeNull();
});
