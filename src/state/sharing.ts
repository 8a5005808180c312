import { copyPage, CopyError } from '../exchange/copy.ts';
import type { NOTE_FORMATS } from '../exchange/noteFormats.ts';
import type { NotesHead } from '../exchange/noteRows.ts';
import type { PageParts } from '../exchange/page.ts';
import { NotesFileError } from '../notes/fault.ts';
import { writeNotesFile } from '../notes/file.ts';
import { notesFileName } from '../notes/fileName.ts';
import { leaving, type Leaving, type Wanted } from '../notes/leaving.ts';
import { rank } from '../notes/marking.ts';
import { notesOf } from '../notes/note.ts';
import type { NoteId } from '../notes/revision.ts';
import type { Pack } from '../pack/pack.ts';
import type { Filing } from './filing.svelte.ts';
import type { notedRecord } from './notedRecord.ts';
import { rankUpTo } from './placeRules.ts';
import type { Shelf } from './shelf.svelte.ts';

/** What notes can leave as: the file that other copies of this page read, a copy of this page, and three forms for people and other tools. */
export const FORMATS = ['notes', 'copy', 'markdown', 'csv', 'annotations'] as const;
export type Format = (typeof FORMATS)[number];
/** A file ready to be handed out. */
export type Outgoing = { name: string; text: string; type: string };

const ENDINGS: Readonly<Record<Format, readonly [ending: string, type: string]>> = {
  notes: ['.notes.json', 'application/json'],
  copy: ['.html', 'text/html'],
  markdown: ['.notes.md', 'text/markdown'],
  csv: ['.notes.csv', 'text/csv'],
  annotations: ['.notes.jsonld', 'application/ld+json']
};

/** Chooses what may leave, and writes it in any format. Every way out goes through here, so that one rule holds for all. */
export class Sharing {
  readonly #shelf: Shelf;
  readonly #filing: Filing;
  readonly #pack: Pack;
  readonly #page: PageParts | undefined;
  /** What was looked through last, and what for: the panel asks anew whenever it is opened, and 10,000 notes take their time. */
  #last: { asked: readonly unknown[]; leaving: Leaving } | undefined;
  #later: { formats: typeof NOTE_FORMATS; record: typeof notedRecord } | undefined;

  constructor(shelf: Shelf, filing: Filing, pack: Pack, page: PageParts | undefined) {
    this.#shelf = shelf;
    this.#filing = filing;
    this.#pack = pack;
    this.#page = page;
  }

  /** Loads what writes the forms for people and other tools, which the first view does without. */
  async load(): Promise<void> {
    const [{ NOTE_FORMATS: formats }, { notedRecord: record }] = await Promise.all([
      import('../exchange/noteFormats.ts'),
      import('./notedRecord.ts')
    ]);
    this.#later = { formats, record };
  }
  /** The markings in order, lowest first; a rank is a place on it from 1, and 0 means no marking. */
  get markings(): readonly string[] {
    return this.#pack.briefing.markings;
  }
  /** How far notes may leave until somebody chooses: as high as the briefing itself is marked; no marking, or one that the list does not know, lets out nothing marked. */
  get ownLevel(): number {
    const { marking, markings, unmarked } = this.#pack.briefing;
    return unmarked ? 0 : rankUpTo(marking, markings);
  }
  /** Whether the page can be copied: the development server's cannot. */
  get copies(): boolean {
    return this.#page !== undefined;
  }
  /** True where a format would carry the briefing's own words and the briefing is marked higher than this. */
  bars(format: Format, upTo: number): boolean {
    const { marking, markings, unmarked } = this.#pack.briefing;
    return format !== 'notes' && !unmarked && rank(marking, markings) > upTo;
  }

  /** What would leave and what would stay, nothing written yet. */
  preview(what: 'all' | 'mine' | readonly NoteId[], upTo: number): Leaving {
    const { all, replica, author } = this.#shelf;
    const wanted: Wanted =
      what === 'mine' ? { what, replica, author } : what === 'all' ? { what } : { what: 'some', notes: what };
    const asked = [all, what, upTo, replica, author];
    if (!this.#last || asked.some((part, i) => part !== this.#last!.asked[i]))
      this.#last = { asked, leaving: leaving(all, wanted, { upTo, list: this.markings }) };
    return this.#last.leaving;
  }

  /** Writes what leaves, its highest marking and what was `chosen` in its name; throws a NotesFileError or CopyError that says why it cannot be written. */
  write(format: Format, what: Leaving, chosen = ''): Outgoing {
    const { briefing, author, replica } = this.#shelf;
    const [ending, type] = ENDINGS[format];
    const name = notesFileName(briefing.id, author, replica, chosen, what.marking).replace(
      /\.notes\.json$/,
      ending
    );
    return { name, type, text: this.#text(format, what) };
  }

  /** Remembers that this was written: its changes are in a file now, if it is one that can be read back and lacks none of them. */
  written(format: Format, what: Leaving): void {
    const left = new Set<string>(what.revisions.map(({ id }) => id));
    const complete = this.#shelf.own.every(({ id }) => left.has(id));
    if (complete && (format === 'notes' || format === 'copy')) this.#filing.filed();
  }

  #text(format: Format, what: Leaving): string {
    if (format === 'notes') return this.#file(what);
    if (format === 'copy') {
      if (!this.#page) throw new CopyError('it is not a single file; build it first');
      return copyPage(this.#page, this.#file(what));
    }
    const notes = notesOf(what.revisions);
    if (!this.#later) throw new Error('the part of the page that writes this form is not loaded yet');
    return this.#later.formats[format](notes, this.#head(what, this.#later.record));
  }

  #file(what: Leaving): string {
    const { id, edition } = this.#shelf.briefing;
    const { author } = this.#shelf;
    const about = { briefing: id, edition, author, generator: generator(), marking: what.marking };
    return writeNotesFile(what.revisions, about);
  }

  #head(what: Leaving, record: typeof notedRecord): NotesHead {
    const { id, title, edition, publisher, marking } = this.#pack.briefing;
    return {
      briefing: id,
      title,
      edition,
      publisher,
      marking,
      highest: what.marking,
      generator: generator(),
      record: (target) => record(this.#pack, target)
    };
  }
}

/** True for a fault that says in words why a file cannot be written; anything else is a bug and is thrown on. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof NotesFileError || error instanceof CopyError;
}

const generator = () => `Lodestone ${__VERSION__}`;
