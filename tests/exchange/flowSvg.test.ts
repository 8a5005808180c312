import { expect, test } from 'vitest';
import { wrapped } from '../../src/exchange/frame.ts';
import { flowCells, flowRows } from '../../src/exchange/flowRows.ts';
import { csv } from '../../src/exchange/csv.ts';
import { sheetHead } from '../../src/exchange/sheetHead.ts';
import { flowSvg } from '../../src/exchange/flowSvg.ts';
import { readPicture } from '../../src/exchange/svgTags.ts';
import { flowPicture } from '../../src/flow/picture.ts';
import { shown } from '../../src/flow/shown.ts';
import { trace } from '../../src/flow/trace.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const lens = pack.lenses.find((l) => l.id === 'magnet-2024')!;
const caption = {
  title: 'A & B <"c">',
  subtitle: 'unit',
  sources: 'Sources: one.',
  notes: ['a note'],
  marking: 'MARKED'
};
const picture = flowPicture(lens, { width: 1180, height: 640 }, () => '1', { split: true });
const { svg } = flowSvg(picture, caption);

test('[X10] an exported picture holds only shapes and text: no script, no link, no style, no address but the name of its own format', () => {
  const elements = new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map((m) => m[1]));
  expect([...elements].sort()).toEqual([
    'circle',
    'defs',
    'g',
    'path',
    'pattern',
    'rect',
    'svg',
    'text',
    'title',
    'tspan'
  ]);
  expect(svg).not.toMatch(/style=|href|on[a-z]+=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
});

test('[X11] carries title, sources, notes, and the marking at top and bottom, all escaped', () => {
  expect(svg).toContain('A &amp; B &lt;&quot;c&quot;&gt;');
  expect(svg).toContain('Sources: one.');
  expect(svg).toContain('a note');
  expect(svg.split('MARKED').length - 1).toBe(2);
});

test('[X12] draws every ribbon and every bar of the picture', () => {
  expect(svg.match(/<path d="M[^"]*Z"/g)?.length).toBe(picture.ribbons.length);
  expect(svg.match(/<tspan/g)?.length).toBe(picture.bars.flatMap((bar) => bar.label.lines).length);
});

test('[X13] rows are the shown flows in their order, with what is left after a shock in a column of its own', () => {
  const flows = shown(lens, false).flows;
  const rows = flowRows(lens, flows, (id) => pack.source(id).publisher);
  expect(rows.map((row) => row.id)).toEqual(flows.map((flow) => flow.id));
  const cells = flowCells(lens, rows, { r01: 10 });
  expect(cells[0]!.at(-1)).toBe('Left if nobody adapts, t metal');
  expect(cells[1]!.at(-1)).toBe(10);
  expect(cells[2]!.at(-1)).toBe(rows[1]!.value);
});

test('[X15] rows that leave begin with marking, edition, title and the sources with their licences, and name no column twice', () => {
  const head = sheetHead(
    { marking: '=MARKED', title: 'Deals', edition: '2025-11' },
    {
      title: lens.title,
      notes: ['', 'What if: it stops?'],
      sources: [pack.source(lens.flows[0]!.ground.sources[0]!)]
    }
  );
  const lines = csv(head).split('\r\n');
  expect(lines.slice(0, 3)).toEqual([
    "'=MARKED",
    `"Deals, edition 2025-11: ${lens.title}"`,
    'What if: it stops?'
  ]);
  expect(lines[3]).toMatch(/^"Source: .*licence: /);
  const [headings] = flowCells(lens, []);
  expect(new Set(headings).size).toBe(headings!.length);
});

test('[X14] wraps words into lines that fit, and a longer word alone', () => {
  expect(wrapped('one two three extraordinarily', 8)).toEqual(['one two', 'three', 'extraordinarily']);
});

test('[EX6] what is traced from a site stands out by its share over the pale rest, and an edge goes round the site', () => {
  const whole = flowPicture(lens, { width: 1180, height: 640 }, () => '1');
  const traced = trace(shown(lens, false), 'sep-chn')!;
  const { svg: lit } = flowSvg(whole, null, traced);
  const { svg: plain } = flowSvg(whole, null);
  expect(lit.match(/<path d="M[^"]*Z"/g)!.length).toBe(
    whole.ribbons.length + whole.ribbons.filter(({ id }) => traced.flows[id]).length
  );
  expect(lit.match(/stroke-width="2.5"/g)).toHaveLength(1);
  expect(plain).not.toContain('stroke-width="2.5"');
  expect(flowSvg(whole, null, trace(shown(lens, false), 'mine-chn')!).svg).not.toBe(lit);
  expect(() => readPicture(lit)).not.toThrow();
  // A flow that is meant has its edge too.
  expect(flowSvg(whole, null, trace(shown(lens, false), 'r01')!).svg).toContain('stroke-width="1.5"');
});
