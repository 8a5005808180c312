import { findBundled } from './bundled.ts';
import { findChromium } from './chromium.ts';
import type { Engine, EngineName, Missing } from './engine.ts';
import { findFirefox } from './firefox.ts';
import { findWebKit } from './webkit.ts';

/** The engines on this machine, those that are not, and those that must be. */
export type Engines = { found: Engine[]; missing: Missing[]; required: string[] };

/** Looks for every engine the suite knows; LODESTONE_ONLY leaves out all that it does not name, for a shorter run. */
export async function findEngines(): Promise<Engines> {
  const only = process.env.LODESTONE_ONLY?.split(',').map((name) => name.trim());
  const all = [findChromium(), findFirefox(), findWebKit(), await findBundled()].map((engine) =>
    !only || only.includes(engine.name) ? engine : { name: engine.name, why: 'left out by LODESTONE_ONLY' }
  );
  return {
    found: all.filter((engine) => 'open' in engine),
    missing: all.filter((engine) => 'why' in engine),
    required: (process.env.LODESTONE_ENGINES ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
  };
}

const stands = (name: EngineName) => name === 'chromium' || name === 'bundled';

/** The engines as their readers have them: the bundled Chromium stands in where the machine has none of its own. */
export function readers({ found }: Engines): Engine[] {
  const [first] = found.filter(({ name }) => stands(name));
  return found.filter((engine) => engine === first || !stands(engine.name));
}

/** The one Chromium of the readers: the machine's own, or the bundled one. */
export function oneChromium(engines: Engines): Engine | undefined {
  return readers(engines).find(({ name }) => stands(name));
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
