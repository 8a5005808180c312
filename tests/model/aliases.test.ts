import { expect, test } from 'vitest';
import { leadsTo } from '../../src/model/aliases.ts';

const found = (id: string, known: string[], aliases: Record<string, string> = {}) =>
  leadsTo(id, (one) => known.includes(one), aliases);

test('[N67] a way through a market follows the flows it is made of, in a lens that was renamed too', () => {
  expect(found('l/a.b', ['l/a2.b2'], { 'l/a': 'l/a1', 'l/a1': 'l/a2', 'l/b': 'l/b2' })).toBe('l/a2.b2');
  expect(found('l/a.b', ['m/a.b'], { 'l/a': 'm/a', 'l/b': 'm/b' })).toBe('m/a.b');
  expect(found('l/a.1.b.2', ['l/c.b.2'], { 'l/a.1': 'l/c' })).toBe('l/c.b.2');
  expect(found('old', ['l/a2.b'], { old: 'l/a.b', 'l/a': 'l/a2' })).toBe('l/a2.b');
});

test('[N67] a way whose own alias is given goes there, and one that is gone leads nowhere', () => {
  expect(found('l/a.b', ['l/c.b', 'l/d.b'], { 'l/a': 'l/c', 'l/a.b': 'l/d.b' })).toBe('l/d.b');
  expect(found('l/a.b', ['l/a', 'l/b', 'l/c.b'])).toBeUndefined();
  expect(found('l/a.b', ['l/c.d', 'm/c.d'], { 'l/a': 'l/c', 'l/b': 'm/d' })).toBeUndefined();
  expect(found('l/a.b', ['l/a', 'l/b'], { 'l/a.b': 'l/a.b' })).toBeUndefined();
  expect(found('a.b', ['c.b'], { a: 'c' })).toBeUndefined();
});
