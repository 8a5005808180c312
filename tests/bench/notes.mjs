import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { notesFile, wikiPage } from './notePages.mjs';

const SIZES = (process.env.BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const html = readFileSync('dist/lodestone.html', 'utf8');
/** The record that notes are added to. */
const DEAL = /"id":"(deal-[\w-]+)"/.exec(html)?.[1];
const OUT = resolve(process.env.BENCH_OUT ?? 'docs/bench-notes.md');
const PATIENCE = 900_000; // ms

/** Runs in the page: does something and gives the ms until a condition holds and the frame that shows it is painted. */
const TIMER = () => {
  window.until = (act, holds) =>
    new Promise((done) => {
      const start = performance.now();
      act();
      const look = () =>
        holds()
          ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
          : requestAnimationFrame(look);
      look();
    });
  window.openedAt = (holds) =>
    new Promise((done) => {
      const look = () =>
        document.body && holds()
          ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
          : setTimeout(look, 5);
      look();
    });
  window.fromKey = (holds) => {
    window.found = new Promise((done) => {
      addEventListener('keydown', () => void window.until(() => {}, holds).then(done), {
        capture: true,
        once: true
      });
    });
  };
  window.one = (css) => document.querySelector(css);
  window.type = (field, text) => {
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
};

/** What is timed in each page, as text to be run in it: how it begins and how one sees that it is done. */
const LODESTONE = {
  box: '[data-notes-search]',
  open: `openedAt(() => one('[data-row]'))`,
  list: `until(() => (location.hash = '#/notes'), () => one('[data-row]'))`,
  found: `() => /^1 of/.test(one('[data-notes-found]')?.textContent.trim())`,
  add: (text) => `(async () => {
    location.hash = '#/deals?on=' + window.deal;
    await until(() => {}, () => one('[data-note-new]'));
    one('[data-note-new]').click();
    await until(() => {}, () => one('[data-note-text]'));
    type(one('[data-note-text]'), '${text}');
    if (one('[data-note-author]')) type(one('[data-note-author]'), 'A. Analyst');
    return until(() => one('[data-note-save]').click(), () =>
      one('[data-save-status]').dataset.state === 'saved' && !one('[data-note-text]') &&
      [...document.querySelectorAll('[data-note-body]')].some((body) => body.textContent.includes('${text}')));
  })()`,
  rest: `until(() => (location.hash = '#/brief'), () => !one('[data-row]'))`
};
const WIKI = {
  box: '.tc-search input[type="search"]',
  open: `openedAt(() => one('.tc-sidebar-header'))`,
  list: `until(() => [...document.querySelectorAll('.tc-sidebar-tabs-main button, .tc-sidebar-lists .tc-tab-buttons button')]
    .find((tab) => tab.textContent.trim() === 'Recent').click(), () => one('.tc-timeline .tc-menu-list-subitem, .tc-timeline a'))`,
  found: `() => /(^|\\D)1 matches/.test(one('.tc-sidebar-search')?.textContent)`,
  add: (text) => `(async () => {
    one('.tc-page-controls button[class*="new-tiddler"]').click();
    await until(() => {}, () => one('.tc-tiddler-edit-frame input.tc-titlebar'));
    type(one('.tc-tiddler-edit-frame input.tc-titlebar'), '${text}');
    await until(() => {}, () => [...document.querySelectorAll('.tc-tiddler-edit-frame button')].length > 0);
    await new Promise((done) => setTimeout(done, 700));
    return until(() => one('.tc-tiddler-edit-frame button[class*="save"]').click(), () =>
      [...document.querySelectorAll('.tc-tiddler-view-frame .tc-title')].some((title) => title.textContent.includes('${text}')));
  })()`,
  rest: `(async () => {
    [...document.querySelectorAll('.tc-sidebar-lists .tc-tab-buttons button')]
      .find((tab) => tab.textContent.trim() === 'Open').click();
    await new Promise((done) => setTimeout(done, 900));
  })()`
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Types a word as a reader does, and gives the ms from its first key to the frame that shows the one note with it. */
async function search(page, does, word) {
  await page.click(does.box, { count: 3 });
  await page.keyboard.press('Backspace');
  await new Promise((done) => setTimeout(done, 1500));
  await page.evaluate(`fromKey(${does.found})`);
  await page.keyboard.type(word);
  return page.evaluate('found');
}

/** Opens a page that holds its notes already, several times, then lists, searches and adds in the last of them. */
async function measure(context, url, does) {
  const times = { open: [], list: [], search: [], add: [] };
  let page;
  for (let round = 0; round < ROUNDS; round += 1) {
    await page?.close();
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.evaluateOnNewDocument(TIMER);
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: PATIENCE });
    times.open.push(await page.evaluate(does.open));
    await new Promise((done) => setTimeout(done, 500));
  }
  await page.evaluate((deal) => (window.deal = deal), DEAL);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(does.rest);
    times.list.push(await page.evaluate(does.list));
    process.stdout.write('.');
    await new Promise((done) => setTimeout(done, 1000));
    times.search.push(await search(page, does, `only${'abcdefghij'[round].repeat(3)}`));
    await new Promise((done) => setTimeout(done, 1000));
    times.add.push(await page.evaluate(does.add(`added in round ${round}`)));
    await new Promise((done) => setTimeout(done, 1000));
  }
  await page.close();
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** Takes a notes file into a page's storage, as a reader does. */
async function fill(context, url, file) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}#/notes`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  await (await page.$('input[type=file][data-import]')).uploadFile(file);
  await page.waitForSelector('[data-import-apply]');
  await page.evaluate(() => document.querySelector('[data-import-apply]').click());
  await page.waitForSelector('[data-import-done]');
  await page.close();
}

const folder = mkdtempSync(join(tmpdir(), 'lodestone-bench-'));
const own = join(folder, 'lodestone.html');
writeFileSync(own, html);
const ownUrl = pathToFileURL(own).href;
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
  defaultViewport: { width: 1440, height: 900 },
  protocolTimeout: PATIENCE
});
const rows = [];
for (const size of SIZES) {
  const wiki = await wikiPage(folder, size);
  const file = await notesFile(folder, html, size);
  const context = await browser.createBrowserContext();
  await fill(context, ownUrl, file);
  const ours = await measure(context, `${ownUrl}#/notes`, LODESTONE);
  await context.close();
  const other = await browser.createBrowserContext();
  const theirs = await measure(other, pathToFileURL(wiki).href, WIKI);
  await other.close();
  for (const action of ['open', 'list', 'search', 'add'])
    rows.push({ size, action, ours: ours[action], theirs: theirs[action] });
  process.stdout.write('.');
}
const version = await browser.version();
await browser.close();
rmSync(folder, { recursive: true, force: true });

const WORDS = {
  open: 'open until the newest are listed',
  list: 'go to the list',
  search: 'find the one among all',
  add: 'add one'
};
const { version: peer } = JSON.parse(
  readFileSync('tests/bench/node_modules/tiddlywiki/package.json', 'utf8')
);
const text = `# Bench of the notes

Written by \`npm run bench:notes\`; do not edit. ${version}, node ${process.versions.node}, headless, 1440 × 900, both from file://, in the same run, ${new Date().toISOString().slice(0, 10)}.

Beside TiddlyWiki ${peer}, the usual single html for notes (its empty edition), with as many tiddlers of the same texts inside. Medians of ${ROUNDS}, in ms from the act to the frame that shows its end. “Add” ends here when the note is stored by a strict transaction; there when it is on screen, since a wiki is stored only when its whole file is written anew. A search is timed from the first key of a word of seven letters; there it waits about 0.4 s for the typing to rest.

| notes | action | Lodestone | TiddlyWiki | ratio |
|---|---|---|---|---|
${rows.map(({ size, action, ours, theirs }) => `| ${size.toLocaleString('en-GB')} | ${WORDS[action]} | ${ours.toFixed(0)} | ${theirs.toFixed(0)} | ${(ours / theirs).toFixed(2)} |`).join('\n')}
`;
writeFileSync(OUT, text);
console.log(`\n${text}`);
