import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { waysOf } from '../../src/model/way.ts';
import { line } from '../../src/pack/fault.ts';
import { openPack } from '../../src/pack/pack.ts';
import { lostIds } from '../../src/pack/released.ts';
import { SEEDS } from '../../tools/seeds.ts';
import { put, seeds, type Json } from './seeds.ts';

const released = JSON.parse(readFileSync(`${SEEDS}/released.json`, 'utf8')) as string[];
const pack = openPack(seeds());
const withHead = (member: string, value: Json) => {
  const raw = seeds();
  put(raw, `briefing.${member}`, value);
  return openPack(raw);
};
const chain = (length: number) =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`old${i}`, i === length - 1 ? 'JPN' : `old${i + 1}`]));

describe('ids of the last release', () => {
  test('[P80] are all still there', () => {
    expect(lostIds(pack, released).map(line)).toEqual([]);
  });

  test('[P81] stand in their file in order, once each, one a line', () => {
    expect(released).toEqual([...new Set(released)].sort());
    expect(readFileSync(`${SEEDS}/released.json`, 'utf8')).toBe(`${JSON.stringify(released, null, 2)}\n`);
    expect(released.length).toBeGreaterThan(700);
  });

  test('[P82] hold paragraphs, sites and flows too', () => {
    expect(
      ['t1', 's1p1', 'magnet-2024/sep-chn', 'magnet-2024/r01', 'rare-earth-deals', 'JPN'].filter(
        (id) => !released.includes(id)
      )
    ).toEqual([]);
  });

  test('[N66] hold every way through a market, since notes hang on those too', () => {
    const ways = pack.lenses.flatMap((lens) => waysOf(lens).map(({ id }) => `${lens.id}/${id}`));
    expect(ways.length).toBeGreaterThan(20);
    expect(ways.filter((id) => !released.includes(id))).toEqual([]);
  });

  test('[N66] of ways that are gone are named, and a way follows each flow that it is made of', () => {
    const way = 'magnet-2024/r11.r16';
    const lost = (change: (raw: Record<string, Json>) => void) => {
      const raw = seeds();
      change(raw);
      return lostIds(openPack(raw), released)
        .map(({ value }) => value as string)
        .filter((id) => id.startsWith('magnet-2024/r1'));
    };
    const renamed = (raw: Record<string, Json>) => {
      const [lens] = raw.lenses as { flows: { id: string }[]; weak: { flows: string[] }[] }[];
      lens!.flows.find(({ id }) => id === 'r11')!.id = 'china-2024';
    };
    expect(lost(renamed)).toContain(way);
    const told = (raw: Record<string, Json>) => {
      renamed(raw);
      put(raw, 'briefing.aliases', {
        'magnet-2024/r11': 'magnet-2024/r11b',
        'magnet-2024/r11b': 'magnet-2024/china-2024'
      });
    };
    expect(lost(told)).toEqual([]);
  });

  test('[P83] that are gone are named, with the id they are likely to have now', () => {
    expect(lostIds(pack, ['JPN', 'deal-jpn-usa-lgn', 'a-record-of-some-other-kind']).map(line)).toEqual([
      'released[1]: id of the last release is lost: "deal-jpn-usa-lgn" (lead it on in briefing.aliases (is it now "deal-jpn-usa-lng"?), or list it in briefing.retired)',
      'released[2]: id of the last release is lost: "a-record-of-some-other-kind" (lead it on in briefing.aliases, or list it in briefing.retired)'
    ]);
  });

  test('[P84] are not lost when an alias leads on to a record, in up to ten steps', () => {
    expect(lostIds(withHead('aliases', chain(10)), ['old0', 'old9'])).toEqual([]);
  });

  test('[P304] are not lost when they are retired', () => {
    expect(lostIds(withHead('retired', ['deal-gone']), ['deal-gone'])).toEqual([]);
  });

  test('[P305] are never found by words that every object knows', () => {
    expect(lostIds(pack, ['constructor', '__proto__', 'toString'])).toHaveLength(3);
  });
});
