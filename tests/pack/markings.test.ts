import { describe, expect, test } from 'vitest';
import { GONE, put, said, seeds, type Json } from './seeds.ts';

/** What the gate says when the briefing's markings are these. */
function gate(changes: Record<string, Json | typeof GONE>): string[] {
  const raw = seeds();
  for (const [name, value] of Object.entries(changes)) put(raw, `briefing.${name}`, value);
  return said(raw);
}

describe('the markings of a briefing', () => {
  test('[P85] are refused where one has no word or stands on the list twice', () => {
    expect(gate({ markings: ['TLP:CLEAR', ' ', 'tlp:clear '] })).toEqual([
      'briefing.markings[1]: marking without a word: " " (remove it; what carries no marking stands below the list anyway)',
      'briefing.markings[2]: marking that is on the list already: "tlp:clear " (it stands at briefing.markings[0]; keep one of them)'
    ]);
  });

  test('[P86] hold the briefing’s own, or it says openly that there is none', () => {
    expect(gate({ unmarked: GONE })).toEqual([
      'briefing.marking: marking that is not on the list: "No marking supplied by the source" (put it on "markings" at its place, or set "unmarked" if the source supplied none)'
    ]);
    expect(gate({ marking: 'TLP:GREEN' })).toEqual([
      'briefing.marking: marking beside "unmarked": "TLP:GREEN" (remove "unmarked", or say in words that there is none)'
    ]);
    expect(gate({ marking: 'TLP:GREEN', unmarked: GONE })).toEqual([]);
  });

  test('[P87] of the shipped briefing are those of the Traffic Light Protocol 2.0, and it has none of its own', () => {
    expect(seeds()['briefing']).toMatchObject({
      unmarked: true,
      markings: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED']
    });
    expect(said(seeds())).toEqual([]);
  });
});
