import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** All files under a folder with an ending, none of them in a package. */
function files(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}
const ids = (text: string) => text.match(/\[[A-Z]{1,3}\d{1,3}\](?!\()/g) ?? [];
/** The names that a file's tests begin with: each title's, and no comment's. */
const named = (code: string) =>
  (code.match(/(?<=(?<!\/\/.*)['"`])(?:\[[A-Z]{1,3}\d{1,3}\] )+/g) ?? []).flatMap((found) => ids(found));
/** Which files have tests of a name. */
const tested = new Map<string, Set<string>>();
for (const path of files('tests', '.ts'))
  for (const id of named(readFileSync(path, 'utf8'))) tested.set(id, (tested.get(id) ?? new Set()).add(path));

test.each(['README.md', 'CHANGELOG.md', ...files('docs', '.md')])(
  '[DO1] every test that %s names exists',
  (path) => {
    expect(ids(readFileSync(path, 'utf8')).filter((id) => !tested.has(id))).toEqual([]);
  }
);

test('[DO1] no name stands in two files, so that whoever looks for one finds what it proves', () => {
  const doubles = [...tested].filter(([, paths]) => paths.size > 1);
  expect(doubles.map(([id, paths]) => `${id} in ${[...paths].join(' and ')}`)).toEqual([]);
});

test('[DO1] the search for names finds those of titles, and would miss one that is not there', () => {
  expect(tested.size).toBeGreaterThan(800);
  const absent = `[${'Z'.repeat(2)}999]`;
  expect(ids(`as [B5] and [B5](x) and ${absent} say`).filter((id) => !tested.has(id))).toEqual([absent]);
  const one = `${absent} says`;
  expect(named(`test('${one}'); // proved by '${one}'\n// by ${one}\ntest(\n  \`[ZZ998] ${one}\``)).toEqual([
    absent,
    '[ZZ998]',
    absent
  ]);
});

test.each(files('docs', '.md').concat('README.md'))('[DO2] every file that %s links to is there', (path) => {
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\((?!#|\w+:)([^)#\s]+)/g)].map(([, to]) => to!);
  const missing = links.filter((to) => {
    try {
      readFileSync(join(path, '..', decodeURIComponent(to)));
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT';
    }
  });
  expect(missing).toEqual([]);
});
