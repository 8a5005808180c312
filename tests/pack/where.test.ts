import { expect, test } from 'vitest';
import { PackFaults } from '../../src/pack/fault.ts';
import { openPack } from '../../src/pack/pack.ts';
import { whereOf } from '../../src/pack/where.ts';
import { at, put, seeds, type Json } from './seeds.ts';

const raw = seeds();
const id = (path: string) => (at(raw, path) as { id: string }).id;

test.each([
  ['deals[3].parties[1]', `deals.json, ${id('deals[3]')}`],
  ['elements[0].prices[0].ground.sources', `elements.json, ${id('elements[0].prices[0]')}`],
  ['lenses[1].unit', 'flows/magnet-2025.json'],
  ['lenses[0].flows[2].value', `flows/magnet-2024.json, ${id('lenses[0].flows[2]')}`],
  ['briefing.asOf', `briefing.json, ${id('briefing')}`],
  ['briefing.paragraphs[0].sha256', 'briefing.json, t1'],
  ['deals[999].id', 'deals.json'],
  ['speaker.scene-x', 'speaker.json'],
  ['released[0]', 'released.json'],
  ['(whole file)', '']
])('[GT6] %s stands in %s', (path, where) => {
  expect(whereOf(path, raw)).toBe(where);
});

test('[GT6] every fault of the gate is told with its file and record', () => {
  const broken: Record<string, Json> = seeds();
  put(broken, 'deals[3].parties[1]', 'JPNN');
  put(broken, 'lenses[0].flows[0].to', 'sep-nowhere');
  try {
    openPack(broken);
    expect.unreachable();
  } catch (error) {
    const lines = (error as PackFaults).message.split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(1);
    for (const text of lines)
      expect(text).toMatch(/^(?:deals|flows\/magnet-2024)\.json(?:, [\w.-]+)?: (?:deals|lenses)\[/);
  }
});
