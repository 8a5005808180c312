import { expect, test } from 'vitest';
import { pause, type Engine } from '../engines/engine.ts';
import { newDesk } from './desk.ts';
import { ready } from './reader.ts';

const LIGHTNESS = `const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor
    .match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 3;`;

/** The page follows the system's light or dark. */
export function looks(engine: Engine): void {
  test.each(['light', 'dark'] as const)(
    '[B300] on a %s desk the page is so from its first paint',
    async (scheme) => {
      const session = await newDesk(engine).open('', { scheme });
      await ready(session);
      expect(await session.evaluate('return document.documentElement.dataset.theme;')).toBe(scheme);
      const lightness = await session.evaluate<number>(LIGHTNESS);
      if (scheme === 'light') expect(lightness).toBeGreaterThan(200);
      else expect(lightness).toBeLessThan(70);
    }
  );

  test('[B79] a reload comes back in the theme that the reader chose, against the system', async () => {
    const session = await newDesk(engine).open('', { scheme: 'light' });
    await ready(session);
    await session.evaluate(`localStorage.setItem('lodestone-theme', 'dark');`);
    // The browser writes it down in its own time.
    await pause(500);
    await session.reload();
    await ready(session);
    expect(await session.evaluate<number>(LIGHTNESS)).toBeLessThan(70);
  });
}
