import { afterAll, describe, expect, test } from 'vitest';
import { randomFrom } from '../../src/flow/random.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, oneChromium } from './engines/engines.ts';
import { newDesk } from './suite/desk.ts';
import { dealHash, dealIds, goTo, ready, textOf, writeNote } from './suite/reader.ts';

const engines = await findEngines();
const chromium = oneChromium(engines);
afterAll(hideDisplay);

const soak = process.env.LODESTONE_SOAK === '1';
/** Eight hours in the soak, one minute else; MONKEY_MINUTES and MONKEY_SEED choose others. */
const MINUTES = Number(process.env.MONKEY_MINUTES ?? (soak ? 480 : 1));
const SEED = Number(process.env.MONKEY_SEED ?? 20251106);
/** How many times faster the page's own clock runs: with 4, what would happen in 8 hours happens in 2. */
const CLOCK = Number(process.env.MONKEY_CLOCK ?? 1);
/** Steps between two notes written on the way, and how many there are at most. */
const [BETWEEN, MOST] = [600, 60];

/** Makes the page's clock and its timers run faster; frames keep the screen's pace. */
const HURRY = `const [date, performed] = [Date.now.bind(Date), performance.now.bind(performance)];
  const [wall, start] = [date(), performed()];
  const quick = (now, from) => from + (now - from) * ${CLOCK};
  const Then = Date;
  window.Date = class extends Then {
    constructor(...at) { if (at.length) super(...at); else super(Then.now()); }
  };
  Then.now = window.Date.now = () => Math.round(quick(date(), wall));
  performance.now = () => quick(performed(), start);
  for (const name of ['setTimeout', 'setInterval']) {
    const set = window[name].bind(window);
    window[name] = (run, ms = 0, ...rest) => set(run, ms / ${CLOCK}, ...rest);
  }`;

/** Does one thing that the number chooses, as a hand on mouse and keys would; what takes notes away or leaves is left out. */
const STEP = `const choose = (list) => list[Math.floor(n / 7) % list.length];
  const open = document.querySelector('dialog[open]') ?? document;
  const things = [...open.querySelectorAll('a[href^="#"], button:not(:disabled), summary, select, input:not([type="file"])')]
    .filter((node) => !node.closest('.leaving') && node.getClientRects().length && !/delete|redact|withdraw|wipe|remove|print|export|file|present|csv|svg|png|copy/i.test(node.textContent + node.getAttribute('aria-label')));
  const thing = choose(things);
  const key = choose(['1', '2', '3', '4', '5', '/', 'n', 't', 'Escape', 'ArrowDown', 'Enter', 'PageUp', '+', '0', 'w']);
  const at = document.activeElement ?? document.body;
  if (n % 7 < 4 && thing) {
    if (thing.matches('select')) { thing.selectedIndex = n % thing.options.length; thing.dispatchEvent(new Event('change', { bubbles: true })); }
    else if (thing.matches('input:not([type="checkbox"], [type="radio"])')) { thing.value = 'text ' + n; thing.dispatchEvent(new Event('input', { bubbles: true })); }
    else if (thing.matches('svg a, svg *')) thing.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    else thing.click();
  } else if (n % 7 < 6) at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  else if (n % 2) history.back();
  else location.hash = choose(['#/brief', '#/flows', '#/deals', '#/timeline', '#/notes', '#/x?on=' + n, '#/flows?order=' + n + '&what=' + n]);
  await new Promise((done) => setTimeout(done));
  return (n % 7) + ' ' + (thing?.textContent ?? '').trim().slice(0, 30) + ' ' + key + ' ' + location.hash;`;

const CLOSE = `document.querySelectorAll('dialog').forEach((dialog) => dialog.close());`;

describe.skipIf(!chromium)('random use', () => {
  test(
    `[RO2] ${MINUTES} minutes from seed ${SEED} bring no fault, no blank page and no lost note`,
    { timeout: (MINUTES + 5) * 60_000 },
    async () => {
      const session = await newDesk(chromium!).open();
      await ready(session);
      const deals = await dealIds(session);
      const kept: string[] = [];
      const write = async () => {
        kept.push(`kept-${kept.length}-after-${steps.length}-steps`);
        const deal = deals[kept.length % deals.length]!;
        await goTo(session, dealHash(deal));
        // Not what the dossier before it had.
        await session.waitFor(
          `document.querySelector('aside[data-dossier]:has([data-entity="${deal}"]) :is([data-note-new], [data-note-cancel])')`
        );
        // What was begun there on the way, notes, replies and new texts, may hold half an assessment, which is not saved.
        await session.waitFor(`(() => {
          document.querySelector('aside[data-dossier] [data-note-cancel]')?.click();
          return !document.querySelector('aside[data-dossier] [data-note-cancel]');
        })()`);
        await writeNote(session, deal, kept.at(-1)!).catch(async (error: unknown) => {
          throw new Error([...steps.slice(-60), await textOf(session, 'aside'), String(error)].join('\n'));
        });
      };
      if (CLOCK !== 1) await session.evaluate(HURRY);
      const began = await session.evaluate<number>('return Date.now();');
      const random = randomFrom(SEED);
      const steps: string[] = [];
      const heap: number[] = [];
      for (let i = 0; i < 3; i += 1) await write();
      const end = Date.now() + MINUTES * 60_000;
      while (Date.now() < end) {
        for (let i = 0; i < 50; i += 1)
          steps.push(await session.evaluate<string>(`const n = ${random(1 << 24)}; ${STEP}`));
        const trail = steps.slice(-60).join('\n');
        const faults = (session.console ?? []).filter((line) => /page error|error:|warn:/.test(line));
        expect(faults, trail).toEqual([]);
        await session.waitFor(`document.querySelector('main')?.innerText.trim().length > 40`, 5_000);
        expect(
          await session.evaluate(
            `return [...document.querySelectorAll('[role="alert"]')].filter((one) => /could not be drawn/.test(one.textContent)).length;`
          ),
          trail
        ).toBe(0);
        if (steps.length % 100 === 0) heap.push(await session.heap!());
        if (steps.length % BETWEEN === 0 && kept.length < MOST) {
          await session.evaluate(CLOSE);
          await write();
        }
      }
      const hours = ((await session.evaluate<number>('return Date.now();')) - began) / 3_600_000;
      await session.evaluate(CLOSE);
      await goTo(session, '#/brief');
      await session.reload();
      await ready(session);
      await goTo(session, '#/notes');
      // The list draws some, and more when it is asked to.
      for (const text of kept)
        await session.waitFor(
          `(document.querySelector('[data-notes-more]')?.click(), true) && [...document.querySelectorAll('[data-note-body]')].some((note) => note.textContent.includes('${text}'))`
        );
      // A heap that grows for as long as it is used would double many times over; one that is merely warm does not.
      const quarter = Math.ceil(heap.length / 4);
      const early = Math.max(...heap.slice(0, quarter));
      const late = Math.min(...heap.slice(-quarter));
      const told = [early, late].map((bytes) => (bytes / 1e6).toFixed(1)).join(' to ');
      const spent = `${MINUTES} minutes, ${hours.toFixed(2)} hours by the page's clock`;
      console.info(
        `${steps.length} steps and ${kept.length} notes in ${spent}, from seed ${SEED}; heap ${told} MB`
      );
      expect(late).toBeLessThan(early * 1.5 + 5e6);
      expect(steps.length).toBeGreaterThan(50);
    }
  );
});
