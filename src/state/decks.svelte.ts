import { readDeck, refusalOf, type Deck, type DeckRefusal, type DeckScene } from '../model/deck.ts';
import { canonicalJson } from '../notes/digest.ts';
import { decksOf, type Note } from '../notes/note.ts';
import { isRedacted, textOf, type NoteId, type Revision } from '../notes/revision.ts';
import { MAX_DECK } from '../notes/schema.ts';
import type { Pack } from '../pack/pack.ts';
import type { SpeakerNotes } from '../model/scene.ts';
import type { Notebook } from './notebook.svelte.ts';
import { deckInHand, keepDeckInHand } from './deckInHand.ts';
import { copyOfShipped } from './scenes.ts';

/** A deck to choose from: the briefing's own (`note` is null), or a living text of one that a reader keeps. */
export type HeldDeck = {
  key: string;
  note: Note | null;
  deck: Deck | null;
  /** Why it cannot be read; then `deck` is null. */
  fault: string | null;
  /** Who wrote it, and what it is marked. */
  by: string;
  marking: string;
  /** Another text of the same deck was written unseen; both are shown until one is kept. */
  alternative: boolean;
};

/** The decks of this browser beside the briefing's own. Each change is a revision, as with notes. */
export class Decks {
  readonly #pack: Pack;
  readonly #notebook: Notebook;
  readonly #shipped: HeldDeck;
  #chosen = $state<string | null>(null);
  /** Why the last change was not kept, or null; what was there before stays. */
  refused = $state.raw<DeckRefusal | null>(null);
  #keeping: Promise<unknown> = Promise.resolve();
  #turn: Promise<unknown> = Promise.resolve();
  #stored: Promise<void> = Promise.resolve();
  #last = '';
  readonly all: readonly HeldDeck[] = $derived.by(() => [this.#shipped, ...this.#kept]);
  readonly #kept = $derived.by(() => heldIn(this.#notebook.revisions));

  constructor(pack: Pack, notebook: Notebook, speaker: SpeakerNotes) {
    this.#pack = pack;
    this.#notebook = notebook;
    const deck = { ...copyOfShipped(pack, speaker), title: pack.briefing.title };
    this.#shipped = { key: '', note: null, deck, fault: null, by: '', marking: '', alternative: false };
    const kept = deckInHand(pack.briefing.id);
    if (kept) this.#chosen = `${kept}/`;
  }

  /** The deck in hand: the one chosen, else the briefing's own. */
  get chosen(): HeldDeck {
    return this.#chosenOf(this.#kept);
  }

  #chosenOf(kept: readonly HeldDeck[]): HeldDeck {
    // A saved change has a new key, so the deck is found again by its identity.
    const [note, key] = (this.#chosen ?? '').split('/');
    return (
      // A deck just begun or saved is named without a key, and the briefing's own has an empty one.
      (key ? kept.find((held) => held.key === key) : undefined) ??
      kept.find((held) => held.note?.note === note) ??
      this.#shipped
    );
  }

  /** Whether the deck that is in hand is not among those that were read. */
  get awaited(): boolean {
    const [note] = (this.#chosen ?? '').split('/');
    return Boolean(note) && !this.all.some((held) => held.note?.note === note);
  }

  choose(held: HeldDeck): void {
    this.#take(`${held.note?.note ?? ''}/${held.key}`);
  }

  /** Starts a deck of one's own: a copy of the one in hand, or an empty one; it is then the one in hand. */
  async start(deck: Deck): Promise<void> {
    await this.#inTurn(() => this.#begin(deck));
  }

  async #begin(deck: Deck): Promise<boolean> {
    const kept = await this.#keep(deck);
    if (kept) this.#take(`${kept}/`);
    return kept !== undefined;
  }

  /** Keeps a whole deck in place of the text that is held; alternatives are settled by it. */
  async save({ note }: HeldDeck, deck: Deck): Promise<void> {
    await this.#inTurn(() => this.#put(note, deck));
  }

  async #put(note: Note | null, deck: Deck): Promise<boolean> {
    if (!note) return this.#begin(deck);
    this.#take(`${note.note}/`);
    return (await this.#keep(deck, note)) !== undefined;
  }

  /** Changes a deck as it is by then: what was changed before, stored or not yet, stays. Tells whether it was kept. */
  change(held: HeldDeck, edit: (deck: Deck) => Deck): Promise<boolean> {
    return this.#inTurn(async () => {
      const texts = heldIn(this.#notebook.written).filter(({ note }) => note?.note === held.note?.note);
      const now =
        texts.find(({ key }) => key === held.key) ??
        texts.find(({ deck }) => deck && canonicalJson(deck) === this.#last) ??
        texts[0];
      if (!now?.note || !now.deck) return false;
      const deck = edit(now.deck);
      this.refused = null;
      if (canonicalJson(deck) === canonicalJson(now.deck)) return true;
      // A text that another writer brought meanwhile was not seen, and stays beside this one.
      const heads = now.note.heads.filter(({ id }) => !now.alternative || id === now.key);
      return this.#put({ ...now.note, heads }, deck);
    });
  }

  /**
   * Puts a scene at the end of the deck in hand. While none was ever chosen that is the
   * reader's deck that changed last; where it is the briefing's own or cannot be read, a new deck is begun.
   * Gives the deck's title, or null where it was refused.
   */
  async capture(state: string, title: string): Promise<string | null> {
    const scene = newScene(state, title);
    let name = 'My scenes';
    const done = await this.#inTurn(() => {
      const kept = heldIn(this.#notebook.written);
      const held = this.#chosen === null ? (this.#lastOwn(kept) ?? this.#shipped) : this.#chosenOf(kept);
      const { note, deck, alternative } = held;
      if (!note || !deck || alternative) return this.#begin({ title: name, scenes: [scene] });
      name = deck.title;
      return this.#put(note, { ...deck, scenes: [...deck.scenes, scene] });
    });
    return done ? name : null;
  }

  /** Resolves once what was changed last is in the deck in hand, or after a second, since what cannot be kept is told elsewhere. */
  settled(): Promise<unknown> {
    return Promise.race([
      this.#keeping.catch(() => undefined),
      new Promise((done) => setTimeout(done, 1000))
    ]);
  }

  /** Makes one change after another, each from what the one before left; resolves once it is stored. */
  async #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(change);
    this.#turn = turn.catch(() => undefined);
    this.#keeping = turn.then(() => this.#stored);
    await this.#keeping;
    return turn;
  }

  /** Keeps what can be read again, and gives its identity before it is stored; nothing where it is refused. */
  async #keep(deck: Deck, note?: Note): Promise<NoteId | undefined> {
    this.refused = refusalOf(deck);
    if (this.refused) return undefined;
    const text = canonicalJson(deck);
    if (text.length > MAX_DECK) this.refused = { what: 'text' };
    if (this.refused) return undefined;
    const kept = await this.#notebook.writing.keepDeck(text, note);
    [this.#last, this.#stored] = [text, kept.stored];
    return kept.note;
  }

  /** The newest text of a deck that can be read. */
  earlier({ note }: HeldDeck): Deck | undefined {
    for (const revision of note?.history ?? []) {
      const read = isRedacted(revision) ? null : readDeck(textOf(revision));
      if (read && 'deck' in read) return read.deck;
    }
    return undefined;
  }

  /** Takes a deck into the hand, this time and the next. */
  #take(chosen: string | null): void {
    this.#chosen = chosen;
    keepDeckInHand(this.#pack.briefing.id, chosen?.split('/')[0] || null);
  }

  #lastOwn(kept: readonly HeldDeck[]): HeldDeck | undefined {
    return kept.find(
      ({ note, deck, alternative }) => note && deck && !alternative && this.#notebook.hadAHand(note)
    );
  }

  /** A copy of the briefing's own deck to be changed. */
  copy(held: HeldDeck): Promise<void> {
    const title = `${held.deck?.title ?? this.#pack.briefing.title}, my copy`;
    return this.start({ ...held.deck!, title });
  }

  /** Deletes a deck; its revisions stay, as with notes, so that it can be brought back. */
  async remove(held: HeldDeck): Promise<void> {
    await this.#inTurn(async () => {
      const now = this.#noteOf(held.note?.note);
      if (now) await this.#notebook.writing.remove(now);
      this.#take(null);
    });
  }

  #noteOf(id: NoteId | undefined): Note | undefined {
    return decksOf(this.#notebook.written).find(({ note }) => note === id);
  }

  /** Brings back a deck that was deleted; it is then the one in hand. */
  async restore(id: NoteId): Promise<void> {
    await this.#inTurn(async () => {
      const deleted = this.#noteOf(id);
      if (deleted) await this.#notebook.writing.restore(deleted);
      this.#take(`${id}/`);
    });
  }
}

/** The living texts of all decks among some revisions. */
function heldIn(revisions: readonly Revision[]): HeldDeck[] {
  return decksOf(revisions).flatMap((note) =>
    note.live.map((revision): HeldDeck => {
      const read = readDeck(textOf(revision));
      return {
        key: revision.id,
        note,
        deck: 'deck' in read ? read.deck : null,
        fault: 'fault' in read ? read.fault : null,
        by: revision.creator.name,
        marking: revision.marking ?? '',
        alternative: note.alternatives
      };
    })
  );
}

/** A scene of what is on screen. */
export function newScene(state: string, title: string): DeckScene {
  const id = `scene-${crypto.randomUUID().slice(0, 8)}`;
  // Cut, it ends before a letter of two units, not within one.
  const short = title.slice(0, 200).replace(/[\ud800-\udbff]$/, '');
  return { id, title: short, caption: '', speaker: '', state, hidden: false };
}
