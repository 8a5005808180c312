import { findBundled } from './bundled.ts';
import { findChromium } from './chromium.ts';
import type { Engine, Missing } from './engine.ts';
import { findFirefox } from './firefox.ts';
import { findWebKit } from './webkit.ts';

/** The engines on this machine, those that are not, and those that must be. */
export type Engines = { found: Engine[]; missing: Missing[]; required: string[] };

/** Looks for every engine the suite knows. */
export async function findEngines(): Promise<Engines> {
  const all = [findChromium(), findFirefox(), findWebKit(), await findBundled()];
  return {
    found: all.filter((engine) => 'open' in engine),
    missing: all.filter((engine) => 'why' in engine),
    required: (process.env.LODESTONE_ENGINES ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
  };
}

/** Says in a few lines which browsers the suite runs in and which it misses. */
export function describeEngines({ found, missing }: Engines): string {
  return [
    'Browsers found:',
    ...found.map((engine) => `  ${engine.name} ${engine.version}`),
    ...(missing.length > 0
      ? ['Browsers missing:', ...missing.map(({ name, why }) => `  ${name}: ${why}`)]
      : [])
  ].join('\n');
}
