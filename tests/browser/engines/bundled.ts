import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { openChromium, type Chromium } from './chromium.ts';
import type { Engine, Missing } from './engine.ts';
import { ask, versionIn } from './processes.ts';

const FOLDER = resolve('.cache/bundled-chromium');

/**
 * The package's own font settings look in /tmp, which is not where we unpack; without a single font the browser
 * hangs at the first input field.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(FOLDER, 'fonts/fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(FOLDER, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** What importing the package changes in the environment; the other engines must not inherit it. */
const TOUCHED = ['AWS_LAMBDA_JS_RUNTIME', 'TMPDIR', 'FONTCONFIG_PATH', 'HOME', 'LD_LIBRARY_PATH'] as const;

/** The release that lies unpacked in the folder, written only when unpacking came to its end. */
const STAMP = join(FOLDER, 'unpacked');

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = readFileSync(join(dirname(entry), '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Unpacks the browser out of node_modules into the project's cache and gives its program and environment. */
async function unpack(): Promise<{ program: string; env: NodeJS.ProcessEnv }> {
  const release = packageVersion();
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== release)
    rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const before = Object.fromEntries(TOUCHED.map((name) => [name, process.env[name]]));
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  process.env.TMPDIR = FOLDER;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const program = await chromium.executablePath();
    const fonts = join(FOLDER, 'fonts.conf');
    writeFileSync(fonts, FONTS);
    const env: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_FILE: fonts };
    if (before.TMPDIR === undefined) delete env.TMPDIR;
    else env.TMPDIR = before.TMPDIR;
    writeFileSync(STAMP, release);
    return { program, env };
  } finally {
    for (const name of TOUCHED) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Finds the Chromium that comes with node_modules; its own arguments are never used, as they switch web security off. */
export async function findBundled(): Promise<Engine | Missing> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      name: 'bundled',
      why: `the bundled Chromium runs on 64-bit Linux, not on ${process.platform} ${process.arch}`
    };
  try {
    const { program, env } = await unpack();
    const said = ask(program, ['--no-sandbox', '--version'], env);
    if (!said) return { name: 'bundled', why: `${program} does not start` };
    const chromium: Chromium = { name: 'bundled', program, version: versionIn(said), shell: true, env };
    const open: Engine['open'] = (opening) => openChromium(chromium, opening);
    // A headless shell: it keeps a profile's data but knows no content settings.
    return { name: 'bundled', version: chromium.version, storagePerFile: false, deniesStorage: false, open };
  } catch (error) {
    return { name: 'bundled', why: String(error) };
  }
}
