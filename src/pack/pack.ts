import { PackFaults } from './fault.ts';
import { packOf, type Pack } from './indexed.ts';
import { referenceFaults } from './resolve.ts';
import { RULES } from './rules.ts';
import { readTables, type Tables } from './tables.ts';

export type { Pack } from './indexed.ts';

/**
 * The one gate for briefings: checks shapes, references and rules, and gives out the frozen pack.
 * Throws PackFaults with every fault at once.
 */
export function openPack(raw: unknown): Pack {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    throw new PackFaults([
      {
        path: '(whole file)',
        value: raw,
        what: 'not a briefing:',
        remedy: 'expected one object whose members are the tables'
      }
    ]);
  const { tables, faults } = readTables(raw as Record<string, unknown>);
  const all = [...faults, ...referenceFaults(tables), ...RULES.flatMap((rule) => rule(tables))];
  if (all.length) throw new PackFaults(all, raw);
  return packOf(tables as Tables);
}
