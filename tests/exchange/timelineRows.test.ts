import { expect, test } from 'vitest';
import { csv } from '../../src/exchange/csv.ts';
import { timelineCells, timelineRows } from '../../src/exchange/timelineRows.ts';
import { stateOn } from '../../src/model/asof.ts';
import { openPack } from '../../src/pack/pack.ts';
import { wholeSpan } from '../../src/time/axis.ts';
import { timelinePicture } from '../../src/time/picture.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const { briefing } = pack;
const day = briefing.asOf;
const span = wholeSpan(pack.events.flatMap(({ when }) => [when.from, when.to]));
const picture = (hideLater = false) =>
  timelinePicture(pack, span, 1180, day, { briefing: { asOf: day, to: briefing.when.to }, hideLater });
const known = new Set(pack.events.filter(({ after }) => !after).map(({ id }) => id as string));
const at = { day, hideLater: false, knows: (id: string) => known.has(id) };
const words = {
  paragraph: (id: string) => id,
  source: (id: string) => pack.source(id).publisher
};

test('[X16] the rows of a timeline are all that is drawn, lane by lane, with the state on the day and who says so', () => {
  const drawn = picture();
  const rows = timelineRows(drawn, pack, at);
  const ids = [...drawn.marks, ...drawn.bars, ...drawn.bars.flatMap(({ marks }) => marks)].map(
    ({ id }) => id
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect([...new Set(rows.map(({ lane }) => lane))]).toEqual(drawn.lanes.map(({ title }) => title));
  for (const measure of pack.measures) {
    const row = rows.find(({ id }) => id === measure.id);
    const { state } = stateOn(measure.states, day);
    if (row) expect([row.kind, row.state]).toEqual(['control', state === 'not yet' ? 'not yet made' : state]);
  }
  const cells = timelineCells(rows, day, words);
  expect(new Set(cells[0]).size).toBe(cells[0]!.length);
  expect(cells[0]).toContain('On 5 November 2025');
  for (const row of cells.slice(1)) expect(row[6]! + row[7]!).not.toBe('');
  expect(csv(cells).split('\r\n')).toHaveLength(rows.length + 2);
});

test('[D126] the table for other programs has its columns in the old order and behind them days that can be sorted by', () => {
  const [head = [], ...rows] = timelineCells(timelineRows(picture(), pack, at), day, words);
  expect(head.indexOf('Id')).toBe(8);
  expect(head.slice(9)).toEqual(['First day', 'Last day', 'States, ISO 8601']);
  const of = (id: string) => rows.find((row) => row[8] === id)!.slice(9);
  for (const { id, when } of pack.events) expect(of(id)).toEqual([when.from, when.to, '']);
  expect(of('deal-usa-bra-serra-verde').slice(0, 3)).toEqual([
    '2025-11-01',
    '2025-11-30',
    '2025-11-01/2025-11-30 agreed'
  ]);
  expect(of('deal-jpn-usa-jogmec-realloys')[2]).toBe('../2025-10-23 signed');
  const [control] = pack.measures;
  expect(of(control!.id).slice(0, 2)).toEqual(['', '']);
  for (const { from, state, firstDay } of control!.states)
    expect(of(control!.id)[2]).toContain(`${firstDay ? '../' : ''}${from} ${state}`);
});

test('[X16] where what was not yet known is hidden, no row tells of it', () => {
  const rows = timelineRows(picture(true), pack, { ...at, hideLater: true });
  expect(rows.filter(({ when }) => /2026/.test(when))).toEqual([]);
  expect(rows.filter(({ later }) => later)).toEqual([]);
});
