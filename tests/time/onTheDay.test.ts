import { describe, expect, test } from 'vitest';
import { stateOn } from '../../src/model/asof.ts';
import type { State } from '../../src/model/deal.ts';
import { axisOf } from '../../src/time/axis.ts';
import { timelinePicture } from '../../src/time/picture.ts';
import { segments } from '../../src/time/segments.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const SPAN = { from: '2025-01-01', to: '2026-12-31' };
const bars = (day: string, hideLater: boolean, span = SPAN) =>
  timelinePicture(pack, span, 900, day, {
    briefing: { asOf: pack.briefing.asOf, to: pack.briefing.when.to },
    hideLater
  }).bars;
const ground: State['ground'] = { kind: 'observed', sources: ['w04'] } as never;
const state = (name: State['state'], from: string, until?: string): State => ({
  state: name,
  from,
  ...(until ? { until } : {}),
  ground
});

describe('what a bar shows and says on a day', () => {
  test('[GT20] with what came later hidden, its sentence tells of no state that was not yet known', () => {
    const sentence = (hide: boolean) =>
      bars('2025-11-05', hide).find(({ id }) => id === 'measure-2025-55')!.sentence;
    expect(sentence(true)).toMatch(/: announced on 5 November 2025; announced from 9 October 2025\.$/);
    expect(sentence(false)).toContain('suspended from 7 November 2025');
    // What was announced for a later day by then is told.
    const truce = bars('2025-11-05', true).find(({ id }) => id === 'deal-usa-chn-busan')!;
    expect(truce.sentence).toMatch(/agreed from 30 October 2025, in force from 10 November 2025\.$/);
  });

  test('[GT21] a state is there on its first day, whether later things are hidden or not', () => {
    for (const record of [...pack.deals, ...pack.measures])
      for (const { from } of record.states) {
        if (from < SPAN.from || from > SPAN.to) continue;
        const axis = axisOf(SPAN, 0, 900);
        for (const hide of [true, false]) {
          const there = segments(record.states, axis, from, hide).filter(({ ahead }) => !ahead);
          expect(there.at(-1)?.state, `${record.id} on ${from}`).toBe(stateOn(record.states, from).state);
        }
      }
  });

  test('[GT22] before the first state nothing is said to hold since then', () => {
    const ahead = bars('2025-02-01', false, { from: '2025-06-01', to: '2025-12-15' });
    expect(ahead.find(({ id }) => id === 'measure-2025-18')!.sentence).toContain(
      'not yet made on 1 February 2025'
    );
    const open = new Set(
      pack.measures.flatMap(({ id, states }) => (states[0]!.firstDay ? [id as string] : []))
    );
    const since = ahead.filter((bar) => bar.since && !open.has(bar.id)).map(({ id }) => id);
    expect(since).toEqual(['measure-technology-catalogue-2023']);
  });

  test.each([
    ['with nothing behind it', [state('in force', '2025-03-01', '2025-06-30')]],
    ['with a later state', [state('in force', '2025-03-01', '2025-06-30'), state('ended', '2025-10-01')]]
  ])('[GT23] a term that has run out is drawn as "not known" from the day after, %s', (_, states) => {
    const axis = axisOf(SPAN, 0, 900);
    const found = segments(states, axis, '2026-12-31', false).slice(0, 2);
    expect(found.map((part) => part.state)).toEqual(['in force', 'not known']);
    expect([found[0]!.x1, found[1]!.x0]).toEqual([axis.x('2025-07-01'), axis.x('2025-07-01')]);
    expect(['2025-06-30', '2025-07-01'].map((day) => stateOn(states, day).state)).toEqual([
      'in force',
      'not known'
    ]);
  });
});
