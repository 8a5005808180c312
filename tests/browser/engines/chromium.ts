import puppeteer from 'puppeteer-core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, EngineName, Missing, Opening, Session } from './engine.ts';
import { PageSession, readyProfile } from './pages.ts';
import { ask, findProgram, versionIn } from './processes.ts';

/** Where the browser usually is; the environment variable CHROMIUM names one instead. */
const PROGRAMS = [
  '/usr/bin/chromium',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** Keeps the browser itself silent, so that every request seen is the page's. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble'
];

/** Where a Chromium comes from and how it is started. */
export type Chromium = {
  name: EngineName;
  program: string;
  version: string;
  shell?: boolean;
  env?: NodeJS.ProcessEnv;
};

/** Denies site data as a reader or an administrator would: by the content setting in the profile. */
function denySiteData(profile: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(settings));
}

/** Starts a Chromium and opens the page in it, watched from its first byte. */
export async function openChromium(chromium: Chromium, opening: Opening): Promise<Session> {
  readyProfile(opening.profile);
  if (opening.storage === false) denySiteData(opening.profile);
  const browser = await puppeteer.launch({
    executablePath: chromium.program,
    headless: chromium.shell ? 'shell' : true,
    userDataDir: opening.profile,
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    ignoreDefaultArgs: ['--disable-popup-blocking'],
    defaultViewport: { width: 1280, height: 800 },
    ...(opening.downloads ? { downloadBehavior: { policy: 'allow', downloadPath: opening.downloads } } : {}),
    ...(chromium.env ? { env: chromium.env } : {})
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const session = new PageSession(chromium.name, chromium.version, browser, page, opening.url);
  const media = { 'prefers-color-scheme': opening.scheme ?? 'light', ...opening.media };
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  // The driver's own call knows fewer features; they hold as long as this connection does.
  await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features });
  if (opening.scripts === false) await page.setJavaScriptEnabled(false);
  await session.go(opening.url);
  return session;
}

/** Finds the machine's own Chromium, Chrome or Edge. */
export function findChromium(): Engine | Missing {
  const program = findProgram(process.env.CHROMIUM ? [process.env.CHROMIUM] : PROGRAMS);
  if (!program)
    return { name: 'chromium', why: `no ${process.env.CHROMIUM ?? 'Chromium, Chrome or Edge'} found` };
  const version = versionIn(ask(program, ['--version']));
  const chromium: Chromium = { name: 'chromium', program, version };
  const open: Engine['open'] = (opening) => openChromium(chromium, opening);
  return { name: 'chromium', version, storagePerFile: false, deniesStorage: true, open };
}
