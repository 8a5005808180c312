import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canShow, showOn } from './display.ts';
import { pause, type Engine, type Missing, type Opening, type Session } from './engine.ts';
import { ask, endWithUs, findProgram, freePort, killGroup, versionIn } from './processes.ts';
import { WebDriver } from './webdriver.ts';
import { WebKitSession } from './webkitSession.ts';

const WINDOW = fileURLToPath(new URL('./webkit_window.py', import.meta.url));

const ASK_VERSION = `import gi
gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import WebKit2
print('%d.%d.%d' % (WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()))`;

type Programs = { driver: string; python: string; version: string };

async function openWebKit(programs: Programs, opening: Opening): Promise<Session> {
  mkdirSync(opening.profile, { recursive: true });
  const files = { pid: join(opening.profile, 'window.pid'), requests: join(opening.profile, 'requests.txt') };
  rmSync(files.pid, { force: true });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: await showOn(), GDK_BACKEND: 'x11' };
  const child = spawn(programs.driver, [`--port=${port}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env
  });
  endWithUs(child.pid);
  const driver = new WebDriver(port);
  for (let tries = 0; !(await driver.answers()); tries += 1) {
    if (tries > 100) throw new Error('WebKitWebDriver does not answer');
    await pause(100);
  }
  const asked = {
    profile: opening.profile,
    downloads: opening.downloads ?? join(opening.profile, 'downloads'),
    ...files,
    dark: opening.scheme === 'dark',
    scripts: opening.scripts ?? true,
    storage: opening.storage ?? true
  };
  const session = new WebKitSession(programs.version, driver, child, files, opening.url);
  try {
    await driver.start({
      'webkitgtk:browserOptions': { binary: programs.python, args: [WINDOW, JSON.stringify(asked)] }
    });
    await session.go(opening.url);
  } catch (error) {
    if (child.pid) await killGroup(child.pid);
    throw error;
  }
  return session;
}

/** Finds WebKitGTK with its driver, the Python that opens a window of it, and a display to open it on. */
export function findWebKit(): Engine | Missing {
  const missing = (why: string): Missing => ({ name: 'webkit', why });
  const driver = findProgram(['WebKitWebDriver', '/usr/libexec/webkit2gtk-4.1/WebKitWebDriver']);
  if (!driver) return missing('no WebKitWebDriver found');
  const pythons = ['/usr/bin/python3', findProgram(['python3'])].filter((name) => name !== undefined);
  const python = pythons.find((name) => ask(name, ['-c', ASK_VERSION]) !== undefined);
  if (!python) return missing('no Python that can import gi with WebKit2 4.1');
  if (!canShow()) return missing('no DISPLAY and no Xvfb');
  const version = versionIn(ask(python, ['-c', ASK_VERSION]));
  const programs: Programs = { driver, python, version };
  const open: Engine['open'] = (opening) => openWebKit(programs, opening);
  return { name: 'webkit', version, storagePerFile: false, deniesStorage: true, open };
}
