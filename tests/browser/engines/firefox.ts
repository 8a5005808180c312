import puppeteer from 'puppeteer-core';
import type { Engine, Missing, Opening, Session } from './engine.ts';
import { PageSession, readyProfile } from './pages.ts';
import { ask, findProgram, versionIn } from './processes.ts';

/** Where the browser usually is; the environment variable FIREFOX names one instead. */
const PROGRAMS = [
  '/usr/bin/firefox-esr',
  'firefox-esr',
  'firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
];

/** Takes back what the driver relaxes: without these a page could pass that is dead for its readers. */
const AS_FOR_READERS = {
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'dom.disable_open_during_load': true,
  'dom.file.createInChild': false
};

const DENIED = {
  'browser.contentblocking.category': 'custom',
  'browser.contentblocking.features.standard': 'cookieBehavior2',
  'network.cookie.cookieBehavior': 2
};

const downloadPrefs = (folder: string) => ({
  'browser.download.folderList': 2,
  'browser.download.dir': folder,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.alwaysOpenPanel': false
});

/** Refused styles and scripts are not console messages to the remote protocol: this makes them so. */
const TELL_REFUSALS = `addEventListener('securitypolicyviolation', (event) =>
  console.error('refused by policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));`;

async function openFirefox(program: string, version: string, opening: Opening): Promise<Session> {
  readyProfile(opening.profile);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    userDataDir: opening.profile,
    defaultViewport: { width: 1280, height: 800 },
    // As a double click does; else the page never has the focus.
    args: [opening.url],
    extraPrefsFirefox: {
      ...AS_FOR_READERS,
      'layout.css.prefers-color-scheme.content-override': opening.scheme === 'dark' ? 0 : 1,
      ...(opening.scripts === false ? { 'javascript.enabled': false } : {}),
      ...(opening.storage === false ? DENIED : {}),
      ...(opening.downloads ? downloadPrefs(opening.downloads) : {})
    }
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const session = new PageSession('firefox', version, browser, page, opening.url);
  await page.evaluateOnNewDocument(TELL_REFUSALS);
  await session.waitFor(`document.readyState === 'complete' && location.protocol === 'file:'`);
  return session;
}

/** Finds the machine's Firefox. */
export function findFirefox(): Engine | Missing {
  const program = findProgram(process.env.FIREFOX ? [process.env.FIREFOX] : PROGRAMS);
  if (!program) return { name: 'firefox', why: `no ${process.env.FIREFOX ?? 'Firefox'} found` };
  const version = versionIn(ask(program, ['--version']));
  const open: Engine['open'] = (opening) => openFirefox(program, version, opening);
  return { name: 'firefox', version, storagePerFile: true, deniesStorage: true, open };
}
