import { describe, expect, test, vi } from 'vitest';
import type { Deck } from '../../src/model/deck.ts';
import { changedScene } from '../../src/model/deckEdits.ts';
import { canonicalJson } from '../../src/notes/digest.ts';
import { hadAHand } from '../../src/notes/leaving.ts';
import { decksOf, type Note } from '../../src/notes/note.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { openPack } from '../../src/pack/pack.ts';
import { Decks } from '../../src/state/decks.svelte.ts';
import { sceneState } from '../../src/state/scenes.ts';
import type { Notebook } from '../../src/state/notebook.svelte.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { rev } from '../notes/sample.ts';
import { note, replica } from './desk.ts';

const pack = openPack(readSeeds(SEEDS));
const deckNote = (value: string, over: Parameters<typeof rev>[0] = {}) =>
  note('', { body: { type: 'deck', value }, motivation: 'linking', ...over });
const deckOf = (title: string): string =>
  canonicalJson({
    title,
    scenes: [{ id: 'scene-1', title: 'One', caption: '', speaker: '', state: '#/brief', hidden: false }]
  } satisfies Deck);

/** The decks of a page just opened on what is stored; what is written on a slow disk is not there before `disk` is. */
function reopened(stored: Revision[], disk?: Promise<void>) {
  const written = disk ? [...stored] : stored;
  const notebook = {
    revisions: stored,
    written,
    hadAHand: (one: Note) => hadAHand(one.history, { replica, author: 'Ada' }),
    writing: {
      keepDeck: (value: string, before?: Note) => {
        const parents = before ? before.heads.map(({ id }) => id) : [];
        const made = deckNote(value, before ? { note: before.note, parents } : {});
        written.push(made);
        return Promise.resolve({ note: made.note, stored: disk ?? Promise.resolve() });
      },
      remove: (one: Note) => {
        const parents = one.heads.map(({ id }) => id);
        stored.push(deckNote('', { note: one.note, parents, op: 'delete' }));
        return Promise.resolve();
      },
      restore: (one: Note) => {
        const parents = one.heads.map(({ id }) => id);
        stored.push(deckNote(deckOf('First'), { note: one.note, parents }));
        return Promise.resolve();
      }
    }
  };
  lastNotebook = notebook;
  return new Decks(pack, notebook as unknown as Notebook, {});
}
let lastNotebook: { written: Revision[] };
const titles = (stored: Revision[]) =>
  decksOf(stored).map(({ live }) => {
    const deck = JSON.parse((live[0]!.body as { value: string }).value) as Deck;
    return `${deck.title}: ${deck.scenes.length}`;
  });

test('[N94] a deck says what another program marked it', () => {
  const stored = [deckNote(deckOf('First'), { marking: 'TLP:RED' }), deckNote(deckOf('Second'))];
  const marked = reopened(stored).all.map(({ deck, marking }) => `${deck?.title}: ${marking}`);
  expect(marked).toEqual([`${pack.briefing.title}: `, 'Second: ', 'First: TLP:RED']);
});

describe('a scene captured after the page was opened again', () => {
  test('[S66] goes into the reader’s deck that changed last, not into a second one', async () => {
    const stored = [deckNote(deckOf('First')), deckNote(deckOf('Second'))];
    expect(await reopened(stored).capture('#/deals', 'Deals')).toBe('Second');
    expect(titles(stored)).toEqual(['Second: 2', 'First: 1']);
    expect(await reopened(stored).capture('#/flows', 'Flows')).toBe('Second');
    expect(titles(stored)).toEqual(['Second: 3', 'First: 1']);
  });

  test('[S66] begins a deck where all others are somebody else’s or cannot be read', async () => {
    const other = { hlc: '2025-12-01T09:00:00.000Z-0000-aaaaaaaa', creator: { name: 'Bea' } } as const;
    const stored = [deckNote(deckOf('Bea’s'), other), deckNote('{"title":')];
    expect(await reopened(stored).capture('#/deals', 'Deals')).toBe('My scenes');
    expect(stored).toHaveLength(3);
  });

  test('[S66] begins a deck where the briefing’s own was chosen', async () => {
    const stored = [deckNote(deckOf('First'))];
    const decks = reopened(stored);
    decks.choose(decks.all[0]!);
    expect(await decks.capture('#/deals', 'Deals')).toBe('My scenes');
  });
});

describe('changes that come before the one before is stored', () => {
  test('[S82] build on one another: no alternatives, nothing taken back', async () => {
    const stored = [deckNote(deckOf('First'))];
    const slow = new Promise<void>(() => {});
    const decks = reopened(stored, slow);
    const held = decks.all[1]!;
    const { written } = lastNotebook;
    void decks.change(held, (deck) => ({ ...deck, title: 'Named' }));
    void decks.change(held, (deck) => changedScene(deck, 0, { caption: 'Said' }));
    void decks.capture('#/deals', 'Deals');
    void decks.capture('#/flows', 'Flows');
    await vi.waitFor(() => expect(titles(written)).toEqual(['Named: 3']));
    const [note] = decksOf(written);
    expect([note!.alternatives, note!.history.length]).toEqual([false, 5]);
    expect(JSON.parse((note!.live[0]!.body as { value: string }).value)).toMatchObject({
      scenes: [{ caption: 'Said' }, { title: 'Deals' }, { title: 'Flows' }]
    });
  });

  test('[S82] a first scene begins one deck, however fast the next one follows', async () => {
    const decks = reopened([], new Promise<void>(() => {}));
    void decks.capture('#/deals', 'Deals');
    void decks.capture('#/flows', 'Flows');
    await vi.waitFor(() => expect(titles(lastNotebook.written)).toEqual(['My scenes: 2']));
  });

  test('[S82] what another writer brought meanwhile stays beside them', async () => {
    const base = deckNote(deckOf('First'));
    const stored = [base];
    const decks = reopened(stored);
    const held = decks.all[1]!;
    const over = { note: base.note, parents: [base.id], creator: { name: 'Bea' } };
    await decks.change(held, (deck) => ({ ...deck, title: 'Mine' }));
    stored.push(deckNote(deckOf('Theirs'), over));
    await decks.change(held, (deck) => ({ ...deck, title: 'Mine too' }));
    expect(
      decksOf(stored)[0]!
        .live.map((one) => JSON.parse((one.body as { value: string }).value).title)
        .toSorted()
    ).toEqual(['Mine too', 'Theirs']);
  });
});

describe('a change that could not be read again', () => {
  const scenes = (deck: string) => titles([deckNote(deck)])[0];
  const scene = (id: string, speaker = '') => ({
    id,
    title: '',
    caption: '',
    speaker,
    state: '#/brief',
    hidden: false
  });

  test('[S80] leaves the deck as it is and says why: a view that no room is shown, an address too long', async () => {
    const stored = [deckNote(deckOf('First'))];
    const decks = reopened(stored);
    expect(await decks.capture('#/notes', 'Notes')).toBeNull();
    expect(decks.refused).toEqual({ what: 'view' });
    expect(await decks.capture(`#/flows?on=${'x'.repeat(2_000)}`, 'Flows')).toBeNull();
    expect(decks.refused).toEqual({ what: 'address' });
    expect(stored).toHaveLength(1);
    expect(await decks.capture('#/flows', 'Flows')).toBe('First');
    expect(decks.refused).toBeNull();
    expect(decks.all.map(({ fault }) => fault)).toEqual([null, null]);
  });

  test('[S80] one scene or some words too many are refused too', async () => {
    const full = { title: 'Full', scenes: Array.from({ length: 200 }, (_, i) => scene(`s${i}`)) };
    const long = {
      title: 'Long',
      scenes: Array.from({ length: 40 }, (_, i) => scene(`s${i}`, 'x'.repeat(4_890)))
    };
    expect(scenes(canonicalJson(full))).toBe('Full: 200');
    for (const [deck, what] of [
      [full, 'scenes'],
      [long, 'text']
    ] as const) {
      const stored = [deckNote(canonicalJson(deck))];
      const decks = reopened(stored);
      for (let i = 0; i < 3 && !decks.refused; i += 1)
        await decks.capture(`#/flows?on=${'x'.repeat(1_900)}`, '');
      expect(decks.refused).toEqual({ what });
      expect(decks.chosen.fault).toBeNull();
    }
  });

  test('[S80] a deck that cannot be read goes back to its last text that can', async () => {
    const sound = deckNote(deckOf('First'));
    const spoilt = deckNote('{"title":', { note: sound.note, parents: [sound.id] });
    const stored = [sound, spoilt];
    const decks = reopened(stored);
    const held = decks.all[1]!;
    expect([held.deck, decks.earlier(held)?.title]).toEqual([null, 'First']);
    await decks.save(held, decks.earlier(held)!);
    expect(titles(stored)).toEqual(['First: 1']);
  });

  test('[S81] a scene keeps none of the choices made in Notes', () => {
    expect(sceneState({ view: 'flows', find: 'a secret', by: 'Ada', note: 'x', lens: 'magnet-2024' })).toBe(
      '#/flows?lens=magnet-2024'
    );
  });
});

describe('a deck that was deleted', () => {
  test('[S71] comes back as the same deck, and is in hand again', async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key)
    });
    const stored = [deckNote(deckOf('First'))];
    const decks = reopened(stored);
    const [, held] = decks.all;
    decks.choose(held!);
    await decks.remove(held!);
    expect(reopened(stored).all).toHaveLength(1);
    expect(reopened(stored).chosen.note).toBeNull();
    await reopened(stored).restore(held!.note!.note);
    expect(reopened(stored).all).toHaveLength(2);
    expect(reopened(stored).chosen.note?.note).toBe(held!.note!.note);
    vi.unstubAllGlobals();
  });
});

describe('the deck in hand', () => {
  test('[S70] is in hand again when the page is opened again, and the briefing’s own once that was chosen or it is gone', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key)
    });
    const stored = [deckNote(deckOf('First')), deckNote(deckOf('Second'))];
    const decks = reopened(stored);
    expect(decks.chosen.note).toBeNull();
    decks.choose(decks.all.find(({ deck }) => deck?.title === 'First')!);
    // Its identity alone is kept, no word of it.
    expect([...kept.values()].join()).not.toContain('First');
    const next = reopened(stored);
    expect([next.chosen.deck?.title, next.awaited]).toEqual(['First', false]);
    const early = reopened([]);
    expect([early.chosen.note, early.awaited]).toEqual([null, true]);
    next.choose(next.all[0]!);
    expect(reopened(stored).chosen.note).toBeNull();
    expect(kept.size).toBe(0);
    vi.stubGlobal('localStorage', undefined);
    expect(reopened(stored).chosen.note).toBeNull();
    vi.unstubAllGlobals();
  });
});
