/** How long a new tab is left alone before the page is opened in it, in ms. */
export const REST = 700;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Notes when the page calls itself ready and when its largest text or picture was painted, before any of its own code can run. */
const WATCH = () => {
  new PerformanceObserver((list) => {
    window.largestAt = list.getEntries().at(-1).startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new MutationObserver((_changes, observer) => {
    if (document.documentElement?.dataset.ready === undefined) return;
    window.readyAt = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });
};

/** What the page knows of its own opening; Lodestone marks when its first view answers, its other views and the notes come behind that. */
const TIMES = () => ({
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  words: window.largestAt,
  ready: performance.getEntriesByName('lodestone-interactive')[0]?.startTime ?? window.readyAt,
  whole: window.readyAt
});

/**
 * First paint and interactive of one opening, in ms from the start of navigation. The page runs as a reader's does: a
 * driver's usual session listens to the page's console and errors, and an engine that is listened to reads a script
 * again for each Error made in it. So only the browser is driven, and the page is asked once it is open.
 */
export async function openOnce(browser, url) {
  const driver = await browser.target().createCDPSession();
  const { browserContextId } = await driver.send('Target.createBrowserContext');
  const { targetId } = await driver.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const target = await browser.waitForTarget(({ _targetId }) => _targetId === targetId);
  const tab = await target.createCDPSession();
  await tab.send('Emulation.setDeviceMetricsOverride', {
    width: 1440,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false
  });
  await tab.send('Page.enable');
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${WATCH})()` });
  // A new tab's own processes take a few hundred milliseconds of both cores to start; a reader's are running when a file is opened.
  await sleep(REST);
  await tab.send('Page.navigate', { url });
  let times = {};
  for (let tries = 0; tries < 60 && !(times.whole && times.paint); tries += 1) {
    await sleep(1_000);
    const { result } = await tab.send('Runtime.evaluate', {
      expression: `(${TIMES})()`,
      returnByValue: true
    });
    times = result.value;
  }
  await driver.send('Target.disposeBrowserContext', { browserContextId });
  await driver.detach();
  if (!(times.whole && times.paint)) throw new Error(`${url} was not ready within a minute`);
  return { ...times, words: times.words ?? NaN };
}
