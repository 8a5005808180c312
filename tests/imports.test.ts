import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each folder of src may import from the others; README.md draws it. */
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

const bare = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '');

/** The files that a file imports, at once or later. */
const imported = (code: string): string[] =>
  [...bare(code).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"`])(\.[^'"`]+)\1/g)].map((m) => m[2]!);

/** What a file asks of a page, a store, a network or a framework. */
const impure = (code: string): string[] =>
  bare(code).match(
    /(?<![.\w])(?:(?:document|window|location|navigator|localStorage|sessionStorage|indexedDB|caches)\s*(?:\.|\?\.|\[)|globalThis\b|fetch\s*\(|new (?:XMLHttpRequest|WebSocket|EventSource|Worker|BroadcastChannel)\b)|(?:\bfrom|\bimport)\s*\(?\s*['"`](?:svelte|dexie)[/'"`]/g
  ) ?? [];

describe('the house', () => {
  test('[A1] has only the folders of the table', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in MAY))).toEqual([]);
  });

  test.each(files)('[A2] %s imports only what the table allows', (file) => {
    const from = folderOf(file);
    const forbidden = imported(read(file))
      .map((path) => folderOf(join(file, '..', path)))
      .filter((to) => to !== from && !MAY[from]!.includes(to));
    expect(forbidden).toEqual([]);
  });

  test.each(files.filter((file) => PURE.includes(folderOf(file))))(
    '[A3] %s knows no framework, store or page',
    (file) => {
      expect(impure(read(file))).toEqual([]);
    }
  );

  test('[GT8] an import is seen in whatever way it is written, and so is a page or a store', () => {
    expect(
      imported(
        `import { a } from './a.ts'; import '../b.ts'; const c = await import('../c.ts'); let d: typeof import("./d.ts"); export * from './e.ts'; import x from 'dexie';`
      )
    ).toEqual(['./a.ts', '../b.ts', '../c.ts', './d.ts', './e.ts']);
    for (const code of [
      'document.title',
      'window.top',
      'location.hash',
      'globalThis.localStorage',
      "globalThis['document']",
      'localStorage.getItem(a)',
      'sessionStorage?.clear()',
      'indexedDB.open(a)',
      'fetch(a)',
      'new XMLHttpRequest()',
      'new WebSocket(a)',
      'navigator.onLine',
      "import Dexie from 'dexie'",
      "await import('svelte')"
    ])
      expect(impure(code), code).not.toEqual([]);
    for (const code of [
      '// fetch(a)',
      '/* window.top */',
      'refetch(a)',
      'the.window',
      "'a document'",
      'documents.at(0)'
    ])
      expect(impure(code), code).toEqual([]);
  });

  test('[A4] rooms stay small: no file over 250 lines, median under 80', () => {
    const lengths = files.map((file) => ({ file, lines: read(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 251)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });
});
