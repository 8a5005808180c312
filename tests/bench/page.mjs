import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { tables } from '../../tools/weigh.mjs';
import { emptyPages, peerPages } from './pages.mjs';
import { leaks } from './leaks.mjs';
import { openOnce, REST } from './openings.mjs';
import { peerTasks } from './peerTasks.mjs';
import { tasks } from './tasks.mjs';
import { briefingIn } from './tenfold.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
/** What is measured: all of it, or some by name (BENCH_PARTS=opening,leaks). */
const PARTS = (process.env.BENCH_PARTS ?? 'tasks,leaks').split(',');
const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ms = (number) => number.toFixed(0);

const html = readFileSync('dist/lodestone.html', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'lodestone-bench-'));
const pages = [
  { name: 'Lodestone', html },
  ...emptyPages(Buffer.byteLength(html)),
  ...peerPages(briefingIn(html).lenses[0])
].map(({ name, html }, i) => {
  const path = join(folder, `${i}.html`);
  writeFileSync(path, html);
  return {
    name,
    bytes: Buffer.byteLength(html),
    url: pathToFileURL(path).href,
    paint: [],
    words: [],
    ready: [],
    whole: []
  };
});

const browser = await puppeteer.launch({
  executablePath: PROGRAM,
  args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info'],
  defaultViewport: { width: 1440, height: 900 }
});
const version = await browser.version();
for (let round = -1; round < ROUNDS; round += 1) {
  for (const page of pages) {
    const { paint, words, ready, whole } = await openOnce(browser, page.url);
    // The first round only warms the disk.
    if (round < 0) continue;
    page.paint.push(paint);
    page.words.push(words);
    page.ready.push(ready);
    page.whole.push(whole);
  }
  process.stdout.write('.');
}
const found = pages.map((page) => ({
  ...page,
  paint: median(page.paint),
  words: median(page.words),
  ready: median(page.ready),
  whole: median(page.whole)
}));
const [own, , same, plotly] = found;
const goals = [
  ['first paint, over the empty page of the same size', own.paint / same.paint, 1.5],
  ['interactive, over the empty page of the same size', own.ready / same.ready, 3],
  [
    'interactive beyond the empty page, over Plotly’s',
    (own.ready - same.ready) / (plotly.ready - same.ready),
    0.2
  ]
];

for (const [what, value, goal] of goals) console.log(`${what}: ${value.toFixed(2)} (goal ${goal})`);
for (const { name, bytes, paint, words, ready, whole } of found)
  console.log(name, bytes, ms(paint), ms(words), ms(ready), ms(whole));

const told = (error) => {
  process.stderr.write(`the tenfold pack could not be measured: ${error}\n`);
  return [];
};
const withTasks = PARTS.includes('tasks');
const taskRows = withTasks ? await tasks(browser, folder, html).catch(told) : [];
const peerRows = withTasks ? await peerTasks(browser, folder, html).catch(told) : [];
const leak = PARTS.includes('leaks') ? await leaks(browser, pages[0].url) : undefined;
await browser.close();
rmSync(folder, { recursive: true, force: true });

/** A section of the page as an earlier run wrote it, for parts that this run leaves out. */
const earlier = (heading) => {
  const [, text = ''] = readFileSync('docs/bench-page.md', 'utf8').split(`## ${heading}\n\n`);
  const kept = text
    .split('\n\n')
    .filter((part) => part.startsWith('|') || part.includes('garbage collected'))[0];
  return kept ? `${kept.trim()}\n\nFrom an earlier run than the opening.` : 'Not measured in this run.';
};
const leakLine = ({ switches, heap, nodes, listeners }) =>
  `${switches} view switches, garbage collected before and after: heap ${(heap[0] / 1e6).toFixed(1)} → ${(heap[1] / 1e6).toFixed(1)} MB, DOM nodes ${nodes.join(' → ')}, listeners ${listeners.join(' → ')}.`;
const taskTable = (rows) =>
  rows.length === 0
    ? earlier('Tasks at ten times this pack’s size')
    : [
        '| action | task, ms | most, ms | goal, ms | | by the clock, ms |',
        '|---|---|---|---|---|---|',
        ...rows.map(
          ({ name, work, most, clock }) =>
            `| ${name} | ${work.toFixed(1)} | ${most.toFixed(1)} | 16 | ${verdict(work, 16)} | ${clock.toFixed(1)} |`
        )
      ].join('\n');
/** The peers' hover beside ours, as a ratio. */
const peerTable = (rows) => {
  const ours = taskRows.find(({ name }) => name === 'hover a ribbon');
  return rows.length === 0 || !ours
    ? ''
    : [
        '| the pointer upon a ribbon of the same 1,000 flows | task, ms | most, ms | ours over theirs |',
        '|---|---|---|---|',
        ...[{ ...ours, name: 'Lodestone (lights the whole way, says a sentence)' }, ...rows].map(
          ({ name, work, most }) =>
            `| ${name} | ${work.toFixed(1)} | ${most.toFixed(1)} | ${(ours.work / work).toFixed(2)} |`
        )
      ].join('\n');
};
const verdict = (value, goal) => (value <= goal ? 'met' : 'MISSED');
const text = `# Bench of the page

Written by \`npm run bench:page\`; do not edit. ${version}, node ${process.versions.node}, headless, 1440 × 900, from file://.

## Opening

Each page was opened in a new tab of a fresh browser context that had rested for ${REST} ms, in turn, ${ROUNDS} times; medians, in ms from the start of navigation; nothing listened to the pages while they opened. “Largest” is when the largest text or picture of the first view was painted: a page may paint before its typefaces are there, and then its words come later. The peers are self-contained pages with the same Sankey (18 flows) and nothing else. “Interactive” is when what is shown answers keys and pointer: the first view in Lodestone, whose other views and notes come behind it (“all of it”), the chart in the others.

| page | bytes | first paint | largest | interactive | all of it |
|---|---|---|---|---|---|
${found.map(({ name, bytes, paint, words, ready, whole }) => `| ${name} | ${bytes.toLocaleString('en-GB')} | ${ms(paint)} | ${ms(words)} | ${ms(ready)} | ${ms(whole)} |`).join('\n')}

| goal | measured | goal | |
|---|---|---|---|
${goals.map(([what, value, goal]) => `| ${what} | ${value.toFixed(2)} | ${goal} | ${verdict(value, goal)} |`).join('\n')}

## Tasks at ten times this pack’s size

500 deals, 1,000 flows in one lens, 10,000 notes. What counts is the longest task on the page’s main thread during the action, in the processor’s time that the thread took for it, from Chromium’s own trace: median and most of several. “By the clock” is the same task’s median with the time for which the thread waited for a processor, which the engine’s drawing, the driver and the trace want too.

${taskTable(taskRows)}

${peerTable(peerRows)}

## No leak

${leak ? leakLine(leak) : earlier('No leak')}

## What each part weighs

${await tables()}
`;
writeFileSync(resolve('docs/bench-page.md'), text);
console.log(`\n${text}`);
