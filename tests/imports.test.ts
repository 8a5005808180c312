import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The table of docs/architecture.md: what each folder of src may import from the others. */
const MAY: Record<string, readonly string[]> = {
  model: [],
  pack: ['model'],
  flow: ['model'],
  geo: ['model'],
  time: ['model'],
  notes: ['model'],
  store: ['model', 'notes'],
  exchange: ['model', 'flow', 'geo', 'time', 'notes'],
  pptx: ['exchange'],
  state: ['model', 'pack', 'flow', 'geo', 'time', 'notes', 'store', 'exchange'],
  ui: ['model'],
  charts: ['model', 'flow', 'geo', 'time', 'ui'],
  views: ['model', 'flow', 'geo', 'time', 'notes', 'exchange', 'state', 'charts', 'ui'],
  app: [
    'model',
    'pack',
    'flow',
    'geo',
    'time',
    'notes',
    'store',
    'exchange',
    'state',
    'ui',
    'charts',
    'views'
  ]
};
const PURE = ['model', 'pack', 'flow', 'geo', 'time', 'notes', 'exchange'];
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.(ts|svelte)$/.test(f) && !f.endsWith('.d.ts')
);
const read = (file: string) => readFileSync(join('src', file), 'utf8');
const folderOf = (file: string) => file.split('/')[0]!;

describe('the house', () => {
  test('[A1] has only the folders of the table', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in MAY))).toEqual([]);
  });

  test.each(files)('[A2] %s imports only what the table allows', (file) => {
    const from = folderOf(file);
    const forbidden = [...read(file).matchAll(/from '(\.[^']+)'|import '(\.[^']+)'/g)]
      .map((m) => folderOf(join(file, '..', (m[1] ?? m[2])!)))
      .filter((to) => to !== from && !MAY[from]!.includes(to));
    expect(forbidden).toEqual([]);
  });

  test.each(files.filter((file) => PURE.includes(folderOf(file))))(
    '[A3] %s knows no framework, store or page',
    (file) => {
      const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code.match(/\b(document|window|location)\.|from '(svelte|dexie)[/']/g)).toBeNull();
    }
  );

  test('[A4] rooms stay small: no file over 250 lines, median under 80', () => {
    const lengths = files.map((file) => ({ file, lines: read(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 251)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });
});
