import { expect, test } from 'vitest';
import type { Entity } from '../../src/model/entity.ts';
import { currentKey, draftKeys, unfinishedOn, valueOn } from '../../src/state/noted.ts';

const entity = (id: string) => ({ id, title: id }) as unknown as Entity;
const known = new Map(['a', 'b'].map((id) => [id, entity(id)]));
const unfinished = (drafts: Record<string, string>) =>
  unfinishedOn(
    Object.fromEntries(Object.entries(drafts).map(([key, text]) => [key, { text }])),
    [],
    () => undefined,
    (id) => known.get(id)
  ).map(({ about, was, begins }) => [about?.id ?? `gone: ${was}`, begins]);

test('[NT1] each record with a text begun stands once, with how the first text begins, on one line', () => {
  expect(
    unfinished({
      [draftKeys.fresh('a')]: '  Ask\n the  desk ',
      [draftKeys.fresh('a', 'through')]: 'another',
      [draftKeys.fresh('b')]: '   ',
      [draftKeys.fresh('gone')]: 'nowhere'
    })
  ).toEqual([
    ['a', 'Ask the desk'],
    ['gone: gone', 'nowhere']
  ]);
});

test('[N63] a reply to a note that is not here, and a new text of one, are listed each', () => {
  expect(
    unfinished({ [draftKeys.edit('x')]: 'better', [draftKeys.reply('y')]: 'so it is', 'attach:z': 'no text' })
  ).toEqual([
    ['gone: ', 'better'],
    ['gone: ', 'so it is']
  ]);
});

test('[NT2] a long beginning is cut at 80 letters, none of them in half', () => {
  const [, begins = ''] = unfinished({ [draftKeys.fresh('b')]: '😀'.repeat(90) })[0] ?? [];
  expect([...begins]).toHaveLength(80);
  expect(begins).toBe(`${'😀'.repeat(79)}…`);
});

test('[NT3] a draft on a renamed record stands under its new id, with the figure it is about; others stay', () => {
  const current = (id: string) => (id === 'old' ? 'a' : id);
  expect(
    [draftKeys.fresh('old'), draftKeys.fresh('old', 'amounts/x#y'), draftKeys.fresh('b'), 'edit:old'].map(
      (key) => currentKey(key, current)
    )
  ).toEqual([draftKeys.fresh('a'), draftKeys.fresh('a', 'amounts/x#y'), draftKeys.fresh('b'), 'edit:old']);
});

test('[NT4] what was seen on a deal, an event and a control is kept, so that a later edition can tell that it changed', () => {
  const seen = (kind: string, record: object) =>
    valueOn({ id: 'x', title: 'x', kind, record } as unknown as Entity);
  const amount = (value: number, qualifier?: string) => ({
    kind: 'pledged',
    quantity: { value, unit: 'US$ bn', ...(qualifier ? { qualifier } : {}) }
  });
  expect(seen('deal', { amounts: [amount(550), amount(400, 'up to')] })).toBe(
    'pledged 550 US$ bn; pledged up to 400 US$ bn'
  );
  expect(seen('deal', { amounts: [] })).toBeUndefined();
  expect(seen('event', { when: { from: '2025-10-09', to: '2025-10-09' } })).toBe('2025-10-09');
  expect(seen('event', { when: { from: '2025-10-01', to: '2025-10-31' } })).toBe('2025-10-01 to 2025-10-31');
  expect(
    seen('measure', {
      states: [
        { state: 'announced', from: '2025-10-09' },
        { state: 'suspended', from: '2025-11-10' }
      ]
    })
  ).toBe('announced 2025-10-09; suspended 2025-11-10');
});
