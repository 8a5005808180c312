/** Waits until the page has drawn what it was asked for: a task that still runs holds this up, so that none is missed. */
export const drawn = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))
  );

/**
 * The longest task of the page's main thread while something is done, in ms: by the processor's time that the thread
 * took (`work`), and by the clock (`clock`), which also counts how long the thread waited for a processor while the
 * engine's other processes, the driver and the trace had it. Only the tasks themselves are traced: what else an engine
 * can tell of a task takes time of it.
 */
export async function longest(page, act) {
  await page.tracing.start({ categories: ['-*', 'toplevel'] });
  await act();
  await drawn(page);
  await new Promise((done) => setTimeout(done, 250));
  await drawn(page);
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString('utf8'));
  const mains = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}.${tid}`);
  const found = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && mains.includes(`${pid}.${tid}`)
  );
  if (!found.some(({ tdur }) => tdur > 0)) throw new Error('this engine does not say what a task took');
  const most = (key) => Math.max(...found.map((task) => (task[key] ?? 0) / 1000));
  return { work: most('tdur'), clock: most('dur') };
}

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
/** The median of several measurements, by work and by the clock, and the most work. */
export const summed = (times) => ({
  work: middle(times.map(({ work }) => work)),
  most: Math.max(...times.map(({ work }) => work)),
  clock: middle(times.map(({ clock }) => clock))
});
