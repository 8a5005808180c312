// Says where the built page is and opens it, where there is a desktop to open it on.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'lodestone.html');

/** The command that opens a file as a double click does, or null where nobody looks at a screen. */
function opener() {
  if (process.env.CI) return null;
  if (process.platform === 'darwin') return { command: 'open', args: [file] };
  // "start" takes its first quoted argument for a window title.
  if (process.platform === 'win32')
    return { command: 'cmd', args: ['/d', '/s', '/c', `"start "" "${file}""`], verbatim: true };
  const desktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return desktop ? { command: 'xdg-open', args: [file] } : null;
}

if (!existsSync(file)) {
  console.error(`${file} is not there: "npx vite build" makes it.`);
  process.exit(1);
}
console.log(`${file}  (${Math.round(statSync(file).size / 1000)} kB)`);

const how = opener();
if (how) {
  const child = spawn(how.command, how.args, {
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: Boolean(how.verbatim)
  });
  child.on('error', () => console.log('It could not be opened from here: open it by double click.'));
  child.unref();
}
