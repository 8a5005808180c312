import { execFileSync } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../tools/beside.ts';

const root = mkdtempSync(join(tmpdir(), 'lodestone-clones-'));
afterAll(() => rmSync(root, { recursive: true, force: true }), 120_000);

/** Copies what git keeps or would keep, as a clone of the work as it stands. */
function clone(to: string): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  for (const name of new Set(listed.split('\0').filter(Boolean))) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(name, join(to, name), { recursive: true, force: true });
  }
  linked(resolve('node_modules'), join(to, 'node_modules'));
}

/** Puts the packages in place by hard links: to the build they are files of the clone's own path. */
function linked(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linked(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else
      try {
        linkSync(source, target);
      } catch {
        // Another file system: a copy does as well.
        cpSync(source, target);
      }
  }
}

const oneCore = process.platform === 'linux' ? 'taskset -c 0 ' : '';

/** Two desks as unlike as one machine can make them. */
const DESKS = [
  {
    folder: 'a',
    umask: '022',
    cores: '',
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'C', RAYON_NUM_THREADS: '4' }
  },
  {
    folder: join('Référence – Großhandel (2026)', 'lodestone of somebody else'),
    umask: '077',
    cores: oneCore,
    env: { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', RAYON_NUM_THREADS: '1' }
  }
];

test(
  '[BT4] two clones in unlike paths, time zones, locales, umasks and core counts give the same bytes',
  { timeout: 600_000 },
  () => {
    // Both at once, so that work that goes on meanwhile does not part them.
    for (const { folder } of DESKS) clone(join(root, folder));
    const builds = DESKS.map(({ folder, umask, cores, env }) => {
      const place = join(root, folder);
      execFileSync(
        'sh',
        ['-c', `umask ${umask} && ${cores}node node_modules/vite/bin/vite.js build --logLevel error`],
        {
          cwd: place,
          env: { ...process.env, ...env, NODE_ENV: undefined, VITEST: undefined },
          stdio: ['ignore', 'ignore', 'inherit']
        }
      );
      const out = join(place, 'dist');
      return Object.fromEntries(
        readdirSync(out)
          .sort()
          .map((name) => [name, sha256(readFileSync(join(out, name)))])
      );
    });
    expect(Object.keys(builds[0] ?? {})).toEqual([
      'READ-ME-FIRST.txt',
      'SHA256SUMS',
      'lodestone.cdx.json',
      'lodestone.html'
    ]);
    expect(builds[1]).toEqual(builds[0]);
  }
);
