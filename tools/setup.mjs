// Gets the packages ready before a script that needs them: checks node, and runs "npm ci" where node_modules is
// missing or not of this package-lock.json. Plain node, as it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.lodestone-lock');
/** What npm itself writes as the last act of an installation. */
const installed = join(root, 'node_modules', '.package-lock.json');

const numbers = (version) => version.split('.').map(Number);

/** Whether a version such as "20.20.2" reaches a least one such as "20.19". */
function reaches(version, least) {
  const have = numbers(version);
  for (const [place, want] of numbers(least).entries()) {
    const part = have[place] ?? 0;
    if (part !== want) return part > want;
  }
  return true;
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const least = engines.node.replace(/^>=\s*/, '');
  if (reaches(process.versions.node, least)) return;
  console.error(
    `Lodestone needs node ${least} or newer; this is node ${process.versions.node} (${process.execPath}).`
  );
  console.error(
    'Get a newer one from https://nodejs.org or with your version manager (.nvmrc names the version).'
  );
  process.exit(1);
}

const lockHash = () => createHash('sha256').update(readFileSync(lock)).digest('hex');

/** Whether node_modules is what package-lock.json says, be it installed from here or by hand. */
function isReady() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8').trim() === lockHash();
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** Runs the npm that runs this script; else the one in PATH, which on Windows is a command file and needs a shell. */
function install() {
  const own = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-fund', '--no-audit'];
  const options = { cwd: root, stdio: 'inherit' };
  const ran =
    own && /^npm-cli\.c?js$/.test(basename(own))
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (ran.status === 0) return;
  console.error(
    `"npm ci" did not succeed${ran.error ? `: ${ran.error.message}` : ''}; the lines above say why.`
  );
  process.exit(ran.status || 1);
}

checkNode();
if (!isReady()) {
  console.log('Installing the packages of package-lock.json …');
  install();
}
writeFileSync(stamp, `${lockHash()}\n`);
