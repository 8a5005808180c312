import type { Entity } from '../model/entity.ts';
import { deletedTexts, noteOfGroup, type Note } from '../notes/note.ts';
import type { Assess, Motivation, NoteId, RevisionFields, Target } from '../notes/revision.ts';
import { highestMarking } from '../notes/marking.ts';
import { newNoteId } from '../notes/newNote.ts';
import { makeRevision } from '../notes/revision.ts';
import { replyField } from '../notes/thread.ts';
import { figureOf } from './figures.ts';
import { valueOn } from './noted.ts';
import type { Shelf } from './shelf.svelte.ts';
import { UNNAMED } from './stored.ts';

/**
 * What its writer says in a note. `field` names the part of the record it is about and `was` the value seen there;
 * without them the record's own figure is kept. `x` holds what the model has no member for, three levels deep at most.
 */
export type Said = {
  text: string;
  motivation: Motivation;
  assess?: Assess | undefined;
  marking?: string | undefined;
  field?: string | undefined;
  was?: string | number | undefined;
  x?: Record<string, unknown> | undefined;
};

/** Writes notes: each change is one revision, and what it replaces stays in the note's history. */
export class Writing {
  readonly #shelf: Shelf;
  /** What is being saved, by the key of its draft. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #running = new Map<string, Promise<void>>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Writes a new note on a record; resolves only once it is stored, so that its editor may close. */
  write(entity: Entity, said: Said, draftKey: string): Promise<void> {
    return this.#once(draftKey, () => this.#goOn(said, draftKey) ?? this.#write(entity, said, draftKey));
  }

  async #write(entity: Entity, said: Said, draftKey: string): Promise<void> {
    const { id: briefing, edition } = this.#shelf.briefing;
    const { field } = said;
    const was = said.was ?? (field === undefined ? valueOn(entity) : figureOf(entity, field)?.value);
    const target = given({ briefing, edition, entity: entity.id, field, was }) as Target;
    await this.#commit({ note: newNoteId(), parents: [], op: 'put', target, ...contentOf(said) }, draftKey);
  }

  /**
   * Writes a new text of a note in place of all its living ones, which stay in its history. What came in while its draft was
   * open was not seen by its writer, and stays beside it. `on` is the record where a withdrawn note stood, which no longer says.
   */
  revise(note: Note, said: Said, draftKey: string, on?: string): Promise<void> {
    return this.#once(draftKey, () => this.#revise(note, said, draftKey, on));
  }

  async #revise(note: Note, said: Said, draftKey: string, on?: string): Promise<void> {
    const next = this.#next(note, on);
    const known: string[] = note.history.map(({ id }) => id);
    const seen = this.#shelf.drafts[draftKey]?.seen?.filter((id) => known.includes(id)) ?? [];
    if (seen.length) next.parents = seen.toSorted() as typeof next.parents;
    const target = { ...next.target, ...given({ field: said.field, was: said.was }) };
    await this.#commit({ ...next, target, op: 'put', ...contentOf(said) }, draftKey);
  }

  /**
   * Keeps a deck of scenes, canonical JSON: a new one, or a new text of one in place of all its living ones. Resolves with its
   * identity as soon as it is among what is to be stored; `stored` then says when it is.
   */
  async keepDeck(value: string, deck?: Note): Promise<{ note: NoteId; stored: Promise<void> }> {
    const { id: briefing, edition } = this.#shelf.briefing;
    const next = deck
      ? this.#next(deck)
      : { note: newNoteId(), parents: [], target: { briefing, edition, entity: briefing } };
    // What another program marked stays marked.
    const marking = deck && highestMarking(deck.live, this.#shelf.briefing.markings);
    const body = { type: 'deck' as const, value };
    const note = next.note as NoteId;
    let handed = () => {};
    const among = new Promise<void>((done) => (handed = done));
    const fields = {
      ...next,
      op: 'put',
      body,
      motivation: 'linking',
      ...(marking ? { marking } : {})
    } as const;
    const stored = this.#commit(fields, `deck:${note}`, handed);
    await Promise.race([among, stored]);
    return { note, stored };
  }

  /** Answers a note; the reply stands where the note stands, or stood: `on`, where that was withdrawn meanwhile. */
  reply(to: Note, said: Said, draftKey: string, on?: string): Promise<void> {
    const content = { ...said, motivation: 'linking' as const };
    return this.#once(
      draftKey,
      () => this.#goOn(content, draftKey) ?? this.#reply(to, content, draftKey, on)
    );
  }

  async #reply(to: Note, said: Said, draftKey: string, on?: string): Promise<void> {
    const { briefing, edition, entity } = this.#next(to, on).target;
    const target = { briefing, edition, entity, field: replyField(to.note) };
    await this.#commit({ note: newNoteId(), parents: [], op: 'put', target, ...contentOf(said) }, draftKey);
  }

  /** Attaches a note to a record of this edition and keeps all it says; `fresh` takes over the value that stands there now. */
  async attach(note: Note, entity: Entity, fresh = false): Promise<void> {
    const { id: briefing, edition } = this.#shelf.briefing;
    const last = note.live[0];
    if (!last?.body || !last.motivation) return;
    const { field: before, was: seen } = last.target;
    const figure = before === undefined ? undefined : figureOf(entity, before);
    const field = figure || before?.startsWith('note:') ? before : undefined;
    const now = figure ? figure.value : valueOn(entity);
    const was = now === undefined ? undefined : fresh ? now : (seen ?? now);
    const target = given({ briefing, edition, entity: entity.id, field, was }) as Target;
    const { body, motivation, assess, marking, x } = last;
    const content = given({ body, motivation, assess, marking, x }) as Pick<RevisionFields, 'body'>;
    await this.#commit({ ...this.#next(note), target, op: 'put', ...content }, `attach:${note.note}`);
  }

  /** Deletes a note; this can be undone. */
  async remove(note: Note): Promise<void> {
    await this.#commit({ ...this.#next(note), op: 'delete' }, `delete:${note.note}`);
  }

  /** Brings back what a deleted note said last, with its assessment and marking: every text that the deletion took. */
  restore(note: Note): Promise<void> {
    return this.#once(`restore:${note.note}`, () => this.#restore(note));
  }

  async #restore(note: Note): Promise<void> {
    const texts = deletedTexts(note).toReversed();
    for (const [i, { target, body, motivation, assess, marking, x }] of texts.entries()) {
      if (!body || !motivation) continue;
      const content = given({ body, motivation, assess, marking, x }) as Pick<RevisionFields, 'body'>;
      const next = { ...this.#next(note), ...(texts.length > 1 ? { target } : {}) };
      await this.#commit({ ...next, op: 'put', ...content }, `restore:${note.note}${i ? `#${i}` : ''}`);
    }
  }

  /** Saves what stands in an editor once, however often it is asked to before that is stored. */
  #once(draftKey: string, save: () => Promise<void>): Promise<void> {
    const running = this.#running.get(draftKey);
    if (running) return running;
    const saving = save().finally(() => this.#running.delete(draftKey));
    this.#running.set(draftKey, saving);
    return saving;
  }

  /** Writes what was typed on after its note was saved as a new text of that, unless it was withdrawn since. */
  #goOn(said: Said, draftKey: string): Promise<void> | undefined {
    const of = this.#shelf.drafts[draftKey]?.of;
    const group = this.#shelf.seen.filter(({ note }) => note === of);
    const note = group.length ? noteOfGroup(group) : undefined;
    return note && !note.redacted ? this.#revise(note, said, draftKey) : undefined;
  }

  async #commit(
    fields: Omit<RevisionFields, 'hlc' | 'creator'>,
    draftKey: string,
    handed?: () => void
  ): Promise<void> {
    const shelf = this.#shelf;
    const { saver, store } = shelf;
    if (!saver || !store) return;
    const draft = shelf.drafts[draftKey];
    const hlc = shelf.clock.tick(Date.now());
    const author = shelf.author.trim();
    const name = author || UNNAMED;
    // Should this fail, the text is what must not be lost; the note's earlier texts are still in the file they came in.
    await shelf.adopt(fields.note as NoteId).catch(() => undefined);
    const org = shelf.org.trim();
    const revision = makeRevision({ ...fields, hlc, creator: org ? { name, org } : { name } });
    const saving = saver.commit(revision, draftKey);
    handed?.();
    await saving;
    shelf.named = author !== '';
    shelf.saved(draftKey, draft, revision);
    shelf.take(revision);
    const kept = Object.entries({ author, org, clock: hlc });
    await Promise.all(kept.map(([key, value]) => store.setMeta(key, value))).catch(() => undefined);
  }

  #next(note: Note, on?: string): Pick<RevisionFields, 'note' | 'parents' | 'target'> {
    const { id: briefing, edition } = this.#shelf.briefing;
    const target = note.target ?? { briefing, edition, entity: on ?? briefing };
    return { note: note.note, parents: note.heads.map((head) => head.id), target };
  }
}

function contentOf(said: Said): Pick<RevisionFields, 'body' | 'motivation' | 'assess' | 'marking' | 'x'> {
  const { text, motivation, assess, marking, x } = said;
  return { body: { type: 'text', value: text }, motivation, ...given({ assess, marking, x }) };
}

/** The members that have a value, since the model knows no empty ones. */
function given(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
