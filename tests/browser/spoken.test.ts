import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { speech, within, type AxNode } from './access/speech.ts';
import { enter, STATES, type State } from './access/states.ts';
import type { Session } from './engines/engine.ts';
import { hideDisplay } from './engines/display.ts';
import { findEngines, oneChromium } from './engines/engines.ts';
import { Desk } from './suite/desk.ts';
import { ready } from './suite/reader.ts';

const engines = await findEngines();
/** Only Chromium hands out its tree of names and roles; what is in it comes from the page. */
const chromium = oneChromium(engines);
afterAll(hideDisplay);

/** Signs that stand for something to the eye, and that speech spells out: arrows, triangles, boxes, crosses. */
const SIGNS = /[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff]/;
/** Where an arrow is the name of a key. */
const KEY_NAMES = /Alt [↑↓←]/g;

/** What differs from one desk, day and build to the next: the clock, the size of the screen, the hashes. */
const plain = (line: string) =>
  line
    .replace(/\d+ \w+ \d{4}(?= Today)/, '(day)')
    .replace(/[\d\s]+ \| [0-9a-f]{64}$/, ' (bytes) | (hash)')
    .replace(/\d+ × \d+/g, '(size)')
    .replace(/(\d+ \w+ \d{4}, )?\b\d\d:\d\d\b/g, '(moment)')
    .replace(/(?<=at a scale of )\d+/, '(so many)');

/** What of the page a state is about, without what the page last announced. */
function part({ place = 'main', until }: State, lines: readonly string[]): string[] {
  const all = within(lines, place);
  const end = all.findIndex((line) =>
    until ? line.trim().startsWith(until) : place === 'banner' && line.includes('told when it changes')
  );
  return (end < 0 ? all : all.slice(0, end)).map(plain);
}

describe.skipIf(!chromium)('the page, as it is read aloud', () => {
  let desk: Desk;
  let session: Session;
  const heard = async () => speech((await session.accessibility!()) as AxNode[]);
  beforeAll(async () => {
    desk = new Desk(chromium!);
    session = await desk.open();
    await ready(session);
  });
  afterAll(() => desk?.clear());

  test('[AC5] around every view stand the same places, in words', async () => {
    await enter(session, STATES[0]!);
    const lines = await heard();
    const around = ['region “Marking”', 'banner', 'navigation', 'foot'].flatMap((each) =>
      within(lines, each)
    );
    await expect([lines[0], ...around.map(plain), ''].join('\n')).toMatchFileSnapshot(
      'access/spoken/the shell.txt'
    );
  });

  test.each(STATES.map((state) => [state.name, state] as const))(
    '[AC5] %s is told in whole, plain lines',
    async (name, state) => {
      await enter(session, state);
      const lines = part(state, await heard());
      await expect([...lines, ''].join('\n')).toMatchFileSnapshot(`access/spoken/${name}.txt`);

      // Rules that hold whatever the words are.
      expect(lines.length).toBeGreaterThan(1);
      const spelt = lines.filter((line) => SIGNS.test(line.replace(KEY_NAMES, '')));
      expect(spelt, 'signs that speech spells out').toEqual([]);
      const twice = lines.filter((line, i) => line.trim() === lines[i + 1]?.trim());
      expect(twice, 'lines said twice in a row').toEqual([]);
      expect(
        lines.filter((line) => /“”/.test(line)),
        'things without a name'
      ).toEqual([]);
      const echoes = lines.filter((line) => {
        const [, said, more] = /“([^”]+)”.*described as “([^”]+)”/.exec(line) ?? [];
        return said && more && said.startsWith(more);
      });
      expect(echoes, 'descriptions that repeat the name').toEqual([]);
    }
  );

  test('[AC6] every slider says its value in words', async () => {
    for (const hash of ['#/timeline', '#/flows?what=scenario-myanmar-stops']) {
      await session.evaluate(`location.hash = ${JSON.stringify(hash)};`);
      await session.waitFor(`document.querySelector('[role="slider"], [type="range"]')`);
      const words = await session.evaluate<(string | null)[]>(
        `return [...document.querySelectorAll('[role="slider"], [type="range"]')].map((one) => one.getAttribute('aria-valuetext'));`
      );
      expect(words.filter((each) => !/[a-z]/.test(each ?? ''))).toEqual([]);
    }
  });
});
