import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Engine, Session } from '../engines/engine.ts';
import { builtPage, newDesk } from '../suite/desk.ts';
import { hashOf, policyOf } from '../suite/scan.ts';
import { listen, type Listener } from './listener.ts';

const code = () =>
  readFileSync(new URL('./probe.js', import.meta.url), 'utf8').replace(/<\/script/g, '<\\/script');

/** The product's policy, with this one script in place of the product's own. */
function policy(): string {
  const directives = { ...policyOf(builtPage().toString('utf8')), 'script-src': hashOf(code()) };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

const page = ({ address, stun }: Listener, head: string): Buffer =>
  Buffer.from(`<!doctype html><html data-address="${address}" data-stun="${stun}"><head><meta charset="utf-8">
${head}<title>Probe</title></head><body><script>${code()}</script></body></html>`);

type Found = { heard: string[]; ran: string[]; answers: Record<string, string> };

async function probe(engine: Engine, head: string): Promise<Found> {
  const listener = await listen();
  onTestFinished(() => listener.close());
  const session: Session = await newDesk(engine, page(listener, head)).open();
  await session.waitFor('document.documentElement.dataset.done', 30_000);
  const { ran, answers } = await session.evaluate<Omit<Found, 'heard'>>('return { ran, answers };');
  return { heard: listener.heard(), ran: ran.sort(), answers };
}

/** What gets out without a policy in every engine: the listener hears, so its silence means something. */
const HEARD = [
  'beacon',
  'cssurl',
  'embed',
  'eventsource',
  'fetch',
  'font',
  'fontface',
  'form',
  'framedoc',
  'iframe',
  'image',
  'import',
  'keepalive',
  'markup',
  'object',
  'script',
  'srcset',
  'stylesetter',
  'stylesheet',
  'svgimage',
  'video',
  'websocket',
  'xhr'
];

/** What runs without a policy in every engine. */
const RAN = ['eval', 'function', 'generator', 'handler', 'inline', 'timer'];

/**
 * Ways out that no policy in a page closes; the scan of the built file proves that the product names none of them.
 * docs/security.md lists them.
 */
const OPEN: Partial<Record<Engine['name'], string[]>> = { chromium: ['webrtc'], bundled: ['webrtc'] };

/** Under the product's policy nothing leaves the page and no text becomes code; without it, nearly everything does. */
export function probes(engine: Engine): void {
  describe('a hostile page', () => {
    test('[SE1] without a policy is heard, and its texts run: the control', async () => {
      const { heard, ran, answers } = await probe(engine, '');
      expect(heard, JSON.stringify(answers)).toEqual(expect.arrayContaining(HEARD));
      expect(ran).toEqual(expect.arrayContaining(RAN));
    });

    test('[SE2] under the product’s policy reaches nobody by any channel and runs no text', async () => {
      const head = `<meta http-equiv="Content-Security-Policy" content="${policy()}">`;
      const { heard, ran, answers } = await probe(engine, head);
      expect(Object.keys(answers).length).toBeGreaterThan(45);
      expect(ran).toEqual([]);
      expect(heard.filter((name) => !OPEN[engine.name]?.includes(name))).toEqual([]);
    });
  });
}
