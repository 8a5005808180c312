import { describe, expect, it } from 'vitest';
import { bringsBack, changedBeside, seenBefore } from '../../src/notes/history.ts';
import { redact, type FullRevision, type Revision } from '../../src/notes/revision.ts';
import { rev } from './sample.ts';

const first = rev({ marking: 'TLP:GREEN', motivation: 'assessing' });
const after = (before: Revision, over: Parameters<typeof rev>[0] = {}) =>
  rev({ marking: 'TLP:GREEN', motivation: 'assessing', parents: [before.id], ...over });
const NOTHING = { attachedTo: undefined, chosen: false };

describe('a note’s history', () => {
  const gone = rev({ op: 'delete', parents: [first.id] });
  const back = after(gone);
  const all: Revision[] = [first, gone, back];

  it('[NV1] says after Undo that the note was brought back, not that its kind or marking changed', () => {
    expect(changedBeside(back, all)).toEqual(NOTHING);
    expect(bringsBack(back, all)).toBe(true);
    expect(seenBefore(back, all)).toEqual([first]);
  });

  it('[NV2] tells what changed beside the text against what its author saw', () => {
    const marked = after(back, { marking: 'TLP:RED' });
    expect(changedBeside(marked, [...all, marked])).toEqual({ attachedTo: undefined, chosen: true });
    const moved = after(first, { target: { ...first.target, entity: 'elsewhere' } });
    expect(changedBeside(moved, [first, moved])).toEqual({ attachedTo: 'elsewhere', chosen: false });
    expect(bringsBack(moved, [first, moved])).toBe(false);
    expect(changedBeside(first, all)).toEqual(NOTHING);
    expect(changedBeside(gone, all)).toEqual(NOTHING);
  });

  it('[NV3] takes a text settled from two for neither’s change where it keeps one side’s choices', () => {
    const other = after(first, { motivation: 'questioning' });
    const settled = after(first, { parents: [first.id, other.id] });
    expect(changedBeside(settled, [first, other, settled])).toEqual(NOTHING);
  });

  it('[N82] goes past thousands of deletions in a row, each of them asked for', () => {
    const chain: FullRevision[] = [first];
    for (let i = 0; i < 12_000; i += 1)
      chain.push({ ...gone, id: `${i}`, parents: chain.slice(-2).map(({ id }) => id) } as never);
    const asked = chain.slice(1).reverse();
    expect(asked.every((one) => seenBefore(one, chain)[0] === first)).toBe(true);
  });

  it('[NV4] has an end where a parent was withdrawn, is missing, or names itself in a ring', () => {
    expect(seenBefore(back, [redact(first), gone, back])).toEqual([]);
    expect(seenBefore(back, [back])).toEqual([]);
    const ring = [
      { ...gone, parents: [back.id] },
      { ...back, op: 'delete', parents: [gone.id] }
    ];
    expect(seenBefore(ring[0] as FullRevision, ring as Revision[])).toEqual([]);
  });
});
