const VIEWS = ['#/flows', '#/deals', '#/timeline', '#/notes', '#/brief'];
const SWITCHES = 500;

/** Heap, nodes and listeners before and after 500 view switches, each after a collection of what nobody holds. */
export async function leaks(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  const client = await page.createCDPSession();
  const change = async (times) => {
    for (let i = 0; i < times; i += 1)
      await page.evaluate(
        async (hash) => {
          location.hash = hash;
          await new Promise((done) => setTimeout(done, 30));
        },
        VIEWS[i % VIEWS.length]
      );
  };
  const state = async () => {
    for (let i = 0; i < 3; i += 1) await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await page.metrics().then(async () => client.send('Performance.getMetrics'));
    const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return [value('JSHeapUsedSize'), value('Nodes'), value('JSEventListeners')];
  };
  await client.send('Performance.enable');
  // What is made once and kept, such as the search's index, is made before the count begins.
  await change(50);
  const before = await state();
  await change(SWITCHES);
  const after = await state();
  await context.close();
  return {
    switches: SWITCHES,
    heap: [before[0], after[0]],
    nodes: [before[1], after[1]],
    listeners: [before[2], after[2]]
  };
}
