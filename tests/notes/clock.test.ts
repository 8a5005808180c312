import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock, compareHlc, newReplica, timeOf } from '../../src/notes/clock.ts';
import * as v from 'valibot';
import { Hlc } from '../../src/notes/schema.ts';
import type { Hlc as HlcText } from '../../src/notes/schema.ts';
import { NOW, SEED } from './sample.ts';

const HOUR = 3_600_000;
const at = (ms: number, counter = '0000') => `${new Date(ms).toISOString()}-${counter}-aaaaaaaa` as HlcText;

describe('the clock', () => {
  it('[NM10] writes time, counter and replica', () => {
    expect(new Clock('7f3a9c21').tick(NOW)).toBe('2025-11-03T09:14:22.123Z-0000-7f3a9c21');
  });

  it('[NM11] never goes backwards and never repeats, whatever the machine clock says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.double(), fc.constant(9e15))), (times) => {
        const clock = new Clock('7f3a9c21');
        const stamps = times.map((now) => clock.tick(now));
        stamps.forEach((stamp) => expect(v.is(Hlc, stamp)).toBe(true));
        stamps.slice(1).forEach((stamp, i) => expect(compareHlc(stamps[i]!, stamp)).toBe(-1));
      }),
      { seed: SEED, numRuns: 200, examples: [[[9e15]], [[Number.NaN, -1]]] }
    );
  });

  it('[NM11] goes on from the last time it gave out', () => {
    expect(new Clock('7f3a9c21', at(NOW, '00ff')).tick(NOW - HOUR)).toBe(
      `${at(NOW, '0100').slice(0, -8)}7f3a9c21`
    );
  });

  it('[NM11] moves the time on when a millisecond has used up its counter', () => {
    expect(new Clock('7f3a9c21', at(NOW, 'ffff')).tick(NOW)).toBe('2025-11-03T09:14:22.124Z-0000-7f3a9c21');
  });

  it('[NM12] sorts what is written after a received time behind it', () => {
    const clock = new Clock('7f3a9c21');
    const remote = at(NOW + 23 * HOUR, '0009');
    expect(clock.receive(remote, NOW)).toBe('taken');
    expect(compareHlc(remote, clock.tick(NOW))).toBe(-1);
    expect(clock.receive(at(NOW + 23 * HOUR, '0f00'), NOW)).toBe('taken');
    expect(clock.tick(NOW)).toBe('2025-11-04T08:14:22.123Z-0f01-7f3a9c21');
  });

  it('[NM12] does not go back for an earlier remote time', () => {
    const clock = new Clock('7f3a9c21', at(NOW, '0005'));
    clock.receive(at(NOW - HOUR, '00ff'), NOW);
    clock.receive(at(NOW, '0001'), NOW);
    expect(clock.tick(NOW)).toContain('09:14:22.123Z-0006-');
  });

  it('[NM13] refuses a remote time 24 h ahead and stays where it is, and takes one just under', () => {
    const clock = new Clock('7f3a9c21');
    expect(clock.receive(at(NOW + 24 * HOUR), NOW)).toBe('refused');
    expect(timeOf(clock.tick(NOW))).toBe(NOW);
    expect(clock.receive(at(NOW + 24 * HOUR - 1), NOW)).toBe('taken');
    expect(timeOf(clock.tick(NOW))).toBe(NOW + 24 * HOUR - 1);
  });

  it('[NM14] names replicas by 8 random hex digits and refuses any other name', () => {
    expect(newReplica()).toMatch(/^[0-9a-f]{8}$/);
    expect(newReplica()).not.toBe(newReplica());
    expect(() => new Clock('me')).toThrow(/8 hex digits/);
  });
});
