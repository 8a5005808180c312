import { describe, expect, test } from 'vitest';
import { csv } from '../../src/exchange/csv.ts';
import { yearCells } from '../../src/exchange/flowRows.ts';
import { headlineOfYears } from '../../src/flow/sentence.ts';
import { cautions, changeInWords, compareYears, heldInWords, yearPictures } from '../../src/flow/years.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const lens = (id: string) => pack.lenses.find((one) => one.id === id)!;
const [first, second] = [lens('magnet-2024'), lens('magnet-2025')];

describe('two years of one material', () => {
  test('[F116] stand on one scale, in one order, and each flow of the second says its change', () => {
    const years = yearPictures(first, second, { size: { width: 1180, height: 640 }, hue: () => '0' });
    const [a, b] = years.map(({ pictures }) => pictures[0]!);
    expect(a!.scale).toBe(b!.scale);
    const order = (picture: typeof a, column: number) =>
      picture!.bars
        .filter((bar) => bar.column === column)
        .toSorted((x, y) => x.y - y.y)
        .map(({ id }) => id);
    for (const column of [0, 1, 2, 3]) {
      const shared = order(a, column).filter((id) => order(b, column).includes(id));
      expect(order(b, column).filter((id) => shared.includes(id))).toEqual(shared);
    }
    const rows = compareYears(first, second);
    const row = rows.find(
      ({ first: one, second: two }) => one && two && one.value !== two.value && two.ground.kind !== 'residual'
    )!;
    const said = b!.ribbons.find(({ id }) => id === row.second!.id)!.sentence;
    expect(said).toContain(`${changeInWords(row)} on 2024.`);
    expect(Math.abs(row.second!.value / row.first!.value - 1)).toBeGreaterThan(0.001);
  });

  test('[F161] tell a change with the range that the sources leave, and none of a remainder', () => {
    const rows = compareYears(first, second);
    const of = (from: string, to: string) =>
      changeInWords(rows.find((row) => row.from === from && row.to === to)!);
    expect(of('mine-usa', 'sep-usa')).toBe('+420\u00a0% (+100\u00a0% … +420\u00a0%)');
    // Of a value that is rounded to thousands: (47,000 ± 500) / 45,787.
    expect(of('mine-chn', 'sep-chn')).toBe('+3\u00a0% (+2\u00a0% … +4\u00a0%)');
    // Not the end of a range alone: both years pass on what comes in, with its range.
    const [oxide24, oxide25] = [lens('total-2024'), lens('total-2025')];
    const passed = compareYears(oxide24, oxide25).find(({ from }) => from === 'sep-usa')!;
    expect(passed.ends).toEqual([
      { low: 1294, high: 4300 },
      { low: 2599, high: 8900 }
    ]);
    expect(changeInWords(passed)).toBe('+107\u00a0% (−40\u00a0% … +588\u00a0%)');
    expect(of('mine-usa', 'sink-stock')).toBe('a remainder');
    expect(changeInWords(compareYears({ ...first, flows: [] }, second)[0]!)).toBe('not given before');
  });

  test('[F188] ends where flows that only pass on lead back to where they began', () => {
    const ring = ['a', 'b'].map((from, i) => ({
      ...first.flows[0]!,
      id: `ring-${from}` as never,
      from: from as never,
      to: 'ba'[i] as never,
      value: 10,
      passesOn: true as const
    }));
    const [row] = compareYears({ ...first, flows: ring }, { ...second, flows: ring });
    expect(row!.ends).toEqual([
      { low: 10, high: 10 },
      { low: 10, high: 10 }
    ]);
  });

  test('[F174] measure no change of a rest that holds other places, and call what it held not new', () => {
    const rows = compareYears(first, second);
    const of = (from: string, to: string, among = rows) =>
      changeInWords(among.find((row) => row.from === from && row.to === to)!);
    for (const to of ['sep-row', 'sep-chn']) expect(of('mine-row', to)).toBe('not comparable');
    expect(of('sep-row', 'pool-world')).toBe('not comparable');
    for (const place of ['sep-fra', 'sep-vnm'])
      expect(of(place, 'pool-world')).toBe('within “Other places” in 2024');
    expect(of('mine-lao', 'sep-chn')).toBe('within “Other places” in 2024');
    const back = compareYears(second, first);
    expect(of('mine-lao', 'sep-chn', back)).toBe('within “Other places” in 2024');
    expect(of('sep-row', 'pool-world', back)).toBe('not comparable');
    expect(heldInWords(first, second)).toBe(
      '“Other places” under “Mined in” hold Laos in 2024; “Other places” under “Refined in” hold France and Vietnam in 2024; the other year lists them apart. So no change of these is like for like.'
    );
    const [, two] = yearPictures(first, second, { size: { width: 1180, height: 640 }, hue: () => '0' });
    const said = two!.pictures[0]!.ribbons.map(({ sentence }) => sentence).join('\n');
    expect(said).toMatch(/rest of the world to the world market: .* Not comparable with 2024\./);
    expect(said).toMatch(/France to the world market: .* Within “Other places” in 2024\./);
    expect(said).not.toMatch(/rest of the world.*\d % on 2024/);
  });

  test('[F175] measure every change where the same places stand apart in both', () => {
    const all = [lens('total-2024'), lens('total-2025')] as const;
    expect(heldInWords(...all)).toBe('');
    expect(compareYears(...all).filter(({ unlike }) => unlike)).toEqual([]);
  });

  test('[F179] are told with what each of them has to say of its figures, and nothing that it does not say', () => {
    expect(cautions(first, second).join()).toMatch(/^2025 .* rounded to thousands of tonnes\.$/);
    const all = cautions(lens('total-2024'), lens('total-2025')).join();
    expect(all).toMatch(/^2025 .* carried over/);
    expect(all).not.toContain('rounded');
    expect(cautions(first, first)).toEqual([]);
  });

  test('[F117] leave as rows: both values with kind and source, and nothing where a year does not report a link', () => {
    const cells = yearCells(first, second, (id) => pack.source(id).publisher);
    const rows = compareYears(first, second);
    expect(cells).toHaveLength(rows.length + 1);
    expect(cells[0]).toEqual([
      'From',
      'To',
      't metal, 2024',
      'Kind, 2024',
      'Source, 2024',
      't metal, 2025',
      'Kind, 2025',
      'Source, 2025',
      'Change, %',
      'Change at least, %',
      'Change at most, %'
    ]);
    rows.forEach((row, i) => {
      const [, , before, , , after] = cells[i + 1]!;
      expect(before).toBe(row.first ? Math.round(row.first.value * 100) / 100 : '');
      expect(after).toBe(row.second ? Math.round(row.second.value * 100) / 100 : '');
    });
    // A fall stays a number in a spreadsheet.
    expect(csv(cells)).toMatch(/,-\d+(\.\d)?(,-?\d+(\.\d)?){2}\r\n/);
  });

  test('[F173] leave with the change that the screen says: its range, and no number where it says that none is measured', () => {
    for (const [one, two] of [
      [first, second],
      [lens('total-2024'), lens('total-2025')]
    ] as const) {
      const cells = yearCells(one, two, (id) => id);
      const rows = compareYears(one, two);
      expect(rows.some((row) => /\(/.test(changeInWords(row)))).toBe(true);
      rows.forEach((row, i) => {
        const said = changeInWords(row);
        const [change, least, most] = cells[i + 1]!.slice(-3);
        if (typeof change === 'string') expect([change, least, most]).toEqual([said, '', '']);
        else {
          expect(said).toMatch(/%|^–$/);
          expect(change).toBeCloseTo((row.second!.value / row.first!.value - 1) * 100, 0);
          expect(least !== most && said !== '–').toBe(said.includes('('));
        }
      });
    }
    const nigeria = compareYears(lens('total-2024'), lens('total-2025')).find(
      ({ from }) => from === 'mine-nga'
    )!;
    // The same value twice, each with a range of its own, is no finding that nothing changed.
    expect(changeInWords(nigeria)).toMatch(/^0\u00a0% \(−91\u00a0% … \+\d+\u00a0%\)$/);
  });
});

test('[F118] the headline of two years gives the same place’s share in both', () => {
  const said = headlineOfYears(first, second, (id) => pack.placeName(id));
  expect(said).toBe('China separates 91 % of magnet rare earths in 2024, 83 % in 2025');
});
