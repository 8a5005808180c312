import { describe, expect, test } from 'vitest';
import { eventOn, forceInWords, lineForce, stateOn } from '../../src/model/asof.ts';
import type { Binding, State, StateName } from '../../src/model/deal.ts';

const state = (name: StateName, from: string, until?: string): State => ({
  state: name,
  from,
  ground: { kind: 'observed', sources: [] },
  ...(until ? { until } : {})
});
const truce = [state('agreed', '2025-10-30'), state('in force', '2025-11-10', '2026-11-10')];
const on = (day: string, states = truce) => stateOn(states, day);

describe('the state on a day', () => {
  test.each([
    ['2025-10-29', 'not yet'],
    ['2025-10-30', 'agreed'],
    ['2025-11-09', 'agreed'],
    ['2025-11-10', 'in force'],
    ['2026-11-10', 'in force'],
    ['2026-11-11', 'not known']
  ])('[M20] on %s is "%s"', (day, name) => {
    expect(on(day).state).toBe(name);
  });

  test('[M21] tells since when, and the entry that says so', () => {
    expect(on('2025-12-01')).toEqual({ state: 'in force', since: '2025-11-10', entry: truce[1] });
    expect(on('2025-10-29')).toEqual({ state: 'not yet' });
  });

  test('[M22] a term that has run out, with nothing after it, is not known, and says that it lapsed', () => {
    expect(on('2026-11-11')).toEqual({
      state: 'not known',
      since: '2026-11-10',
      entry: truce[1],
      lapsed: true
    });
  });

  test('[M23] a later state wins over a term that has run out', () => {
    const ended = [...truce, state('ended', '2026-11-11')];
    expect(on('2026-11-11', ended)).toEqual({ state: 'ended', since: '2026-11-11', entry: ended[2] });
  });

  test('[M24] a state that ends before its term gives way at once', () => {
    expect(on('2026-06-01', [...truce, state('suspended', '2026-05-01')]).state).toBe('suspended');
  });
});

describe('how a deal is drawn', () => {
  const drawn = (name: StateName, binding: Binding) =>
    lineForce({ states: [state(name, '2025-10-01')], binding }, '2025-10-02');

  test.each<[StateName, Binding, string]>([
    ['in force', 'yes', 'in force'],
    ['in force', 'no', 'not binding'],
    ['in force', 'not known', 'not binding'],
    ['signed', 'yes', 'not binding'],
    ['agreed', 'yes', 'not binding'],
    ['hoped', 'no', 'pledged'],
    ['pledged', 'disputed', 'pledged'],
    ['announced', 'yes', 'pledged'],
    ['suspended', 'yes', 'stopped'],
    ['ended', 'no', 'stopped'],
    ['expired', 'yes', 'stopped'],
    ['not known', 'yes', 'stopped']
  ])('[M25] %s, binding "%s", is drawn as "%s"', (name, binding, force) => {
    expect(drawn(name, binding)).toBe(force);
  });

  test('[M26] a deal is not drawn before it was made', () => {
    expect(lineForce({ states: truce, binding: 'yes' }, '2025-10-29')).toBeNull();
  });

  test('[M27] a deal whose term has run out is drawn as stopped', () => {
    expect(lineForce({ states: truce, binding: 'yes' }, '2026-11-11')).toBe('stopped');
  });
});

describe('force in words', () => {
  const words = (day: string, binding: Binding = 'not known') =>
    forceInWords({ instrument: 'statement', binding, states: truce }, day);

  test.each([
    ['2025-10-29', 'statement, binding force not known; not yet made'],
    ['2025-10-30', 'statement, binding force not known; agreed'],
    ['2025-11-10', 'statement, binding force not known; in force'],
    ['2026-11-11', 'statement, binding force not known; term has run out; what followed is not known']
  ])('[M28] on %s: %s', (day, text) => {
    expect(words(day)).toBe(text);
  });

  test('[M29] says whether it binds', () => {
    const say = (binding: Binding) => words('2025-11-10', binding).split(/, |; /)[1];
    expect((['yes', 'no', 'disputed', 'not known'] as const).map(say)).toEqual([
      'binding',
      'not binding',
      'binding force disputed',
      'binding force not known'
    ]);
  });
});

describe('an event on a day', () => {
  test.each([
    ['2025-12-01', '2025-12-01', '2025-10-15', true, 'still to come'],
    ['2025-12-01', '2025-12-01', '2025-11-30', true, 'still to come'],
    ['2025-12-01', '2025-12-01', '2025-12-01', true, 'happened'],
    ['2025-11-01', '2025-11-30', '2025-11-15', true, 'happened'],
    ['2025-12-01', '2025-12-01', '2025-10-08', false, 'not yet known']
  ])('[M30] one of %s to %s, on %s, known: %s, is "%s"', (from, to, day, known, stands) => {
    expect(eventOn({ from, to, precision: 'days' }, day, known)).toBe(stands);
  });
});
