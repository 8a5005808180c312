import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { drawn, longest, summed } from './longest.mjs';
import { MOST, tenfold } from './tenfold.mjs';

const REPEATS = 11;

/** A notes file of 10,000 notes, made by the product's own code. */
async function notesFile(folder, html) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'tests/bench/notes.ts', write: false, target: 'node20' }
  });
  const path = join(folder, 'notes.mjs');
  writeFileSync(path, output[0].code);
  const { manyNotes } = await import(pathToFileURL(path).href);
  const briefing = /"briefing":\{"id":"([^"]*)"[\s\S]*?"edition":"([^"]*)"/.exec(html);
  const deals = [...html.matchAll(/"id":"(deal-[\w-]+)"/g)].map(([, id]) => id);
  const file = join(folder, 'many.notes.json');
  writeFileSync(file, manyNotes(MOST.notes, briefing?.[1] ?? '', briefing?.[2] ?? '', deals));
  return file;
}

const go = (page, hash) => page.evaluate((to) => void (location.hash = to), hash);
const hover = (page, at) => page.mouse.move(at.x, at.y);
const ACTIONS = [
  ['switch to Flows', (page) => go(page, '#/flows'), '#/brief'],
  ['switch to Deals', (page) => go(page, '#/deals'), '#/brief'],
  ['switch to Timeline', (page) => go(page, '#/timeline'), '#/brief'],
  ['switch to Notes', (page) => go(page, '#/notes'), '#/brief'],
  ['switch to Brief', (page) => go(page, '#/brief'), '#/deals'],
  ['hover a ribbon', hover, '#/flows', { mark: '[data-chart="flows"] [data-flow] .shape' }],
  ['hover an arc', hover, '#/deals', { mark: '[data-chart="map"] [data-arc]' }],
  [
    'drag the as-of date by a day',
    (page) => page.keyboard.press('ArrowRight'),
    '#/timeline',
    '[role="slider"]'
  ],
  ['a letter in the search', (page) => page.keyboard.type('c'), '#/brief', 'search'],
  ['a letter in a note', (page) => page.keyboard.type('c'), '#/deals?on=deal-jpn-usa-lng', 'note']
];

/** The middle of one of the marks in sight, found before anything is measured: asking for hundreds of them is the driver's work. */
const oneOf = (page, css) =>
  page.evaluate((marks) => {
    const boxes = [...document.querySelectorAll(marks)].map((mark) => mark.getBoundingClientRect());
    const seen = boxes.filter((box) => box.width && box.top > 0 && box.bottom < innerHeight);
    const box = seen[Math.floor(Math.random() * seen.length)];
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, css);
/** Brings the focus, or the pointer, where the action begins. Gives the point to go to, in px, where it is one of many marks. */
async function prepare(page, [, , from, focus]) {
  await page.keyboard.press('Escape');
  await go(page, from);
  await drawn(page);
  await new Promise((done) => setTimeout(done, 900));
  await drawn(page);
  if (focus === 'search') await page.evaluate(() => document.querySelector('[data-search-open]').click());
  else if (focus === 'note') {
    await page.evaluate(() => document.querySelector('[data-note-new]')?.click());
    await new Promise((done) => setTimeout(done, 300));
    await page.focus('[data-note-text]');
  } else if (focus?.mark) await page.mouse.move(1, 1);
  else if (focus) await page.evaluate((css) => document.querySelector(css).focus(), focus);
  await new Promise((done) => setTimeout(done, 500));
  return focus?.mark && (await oneOf(page, focus.mark));
}

/** Each action on the tenfold pack with 10,000 notes: the longest task it made, several times over. */
export async function tasks(browser, folder, html) {
  const path = join(folder, 'tenfold.html');
  writeFileSync(path, tenfold(html));
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(path).href}#/notes`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.documentElement.dataset.ready, { timeout: 120_000 });
  await (await page.$('input[type=file][data-import]')).uploadFile(await notesFile(folder, html));
  await page.waitForSelector('[data-import-apply]', { timeout: 120_000 });
  await page.evaluate(() => document.querySelector('[data-import-apply]').click());
  await page.waitForFunction(() => !document.querySelector('[data-import-apply]'), { timeout: 300_000 });
  const rows = [];
  for (const action of ACTIONS) {
    const times = [];
    try {
      for (let i = 0; i < REPEATS; i += 1) {
        const at = await prepare(page, action);
        times.push(await longest(page, () => action[1](page, at)));
      }
    } catch (error) {
      process.stderr.write(`${action[0]}: ${error}\n`);
    }
    rows.push({ name: action[0], ...summed(times) });
    process.stdout.write('+');
  }
  await context.close();
  return rows;
}
