import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawn, longest, summed } from './longest.mjs';
import { peerPages } from './pages.mjs';
import { briefingIn, tenfold } from './tenfold.mjs';

const REPEATS = 11;
/** A peer's mark of a flow. */
const RIBBONS = { Plotly: '.sankey-link', ECharts: 'svg path[fill-opacity]', Highcharts: '.highcharts-link' };

/** A point upon one of the marks, which bend, so that the middle of a mark's box may lie beside it. */
const POINT = (css) => {
  const marks = [...document.querySelectorAll(css)];
  for (let tries = 0; tries < 2_000; tries += 1) {
    const mark = marks[Math.floor(Math.random() * marks.length)];
    const { x, y, width, height } = mark.getBoundingClientRect();
    const at = { x: x + width * Math.random(), y: y + height * Math.random() };
    if (document.elementFromPoint(at.x, at.y) === mark) return at;
  }
  throw new Error(`no point upon ${css}`);
};

/** The peers' charts of the tenfold lens: the longest task when the pointer comes upon a ribbon. */
export async function peerTasks(browser, folder, html) {
  const rows = [];
  for (const { name, html: peer } of peerPages(briefingIn(tenfold(html)).lenses[0])) {
    const path = join(folder, 'peer.html');
    writeFileSync(path, peer);
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href, { waitUntil: 'load', timeout: 240_000 });
    await page.waitForFunction(() => document.documentElement.dataset.ready, { timeout: 240_000 });
    const times = [];
    for (let i = 0; i < REPEATS; i += 1) {
      await page.mouse.move(1, 1);
      await drawn(page);
      await new Promise((done) => setTimeout(done, 900));
      const at = await page.evaluate(POINT, RIBBONS[name.split(' ')[0]]);
      times.push(await longest(page, () => page.mouse.move(at.x, at.y)));
    }
    await context.close();
    rows.push({ name, ...summed(times) });
    process.stdout.write('+');
  }
  return rows;
}
