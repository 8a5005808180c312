import fc from 'fast-check';
import { Clock } from '../../src/notes/clock.ts';
import { newNoteId } from '../../src/notes/newNote.ts';
import { makeRevision, redact } from '../../src/notes/revision.ts';
import type { FullRevision, NoteId, Revision, RevisionFields } from '../../src/notes/revision.ts';
import { heads, merge } from '../../src/notes/merge.ts';

/** Volume of the property tests: bounded by default, in full in `npm run soak`. */
export const soak = process.env['LODESTONE_SOAK'] === '1';
/** How often a property is tried: in full in the soak, a few times against each mutant, else as bounded. */
export const runs = (inFull: number, bounded: number): number =>
  soak ? inFull : Math.min(bounded, Number(process.env['LODESTONE_RUNS'] ?? bounded));
/** Fixed, and printed by fast-check on a failure. */
export const SEED = Number(process.env['LODESTONE_SEED'] ?? 20251103);
export const NOW = Date.UTC(2025, 10, 3, 9, 14, 22, 123);
export const about = {
  generator: 'Lodestone 0.1.0',
  briefing: 'rare-earth-deals',
  edition: '2025-11',
  author: 'A. Analyst',
  marking: ''
};

export function fields(over: Partial<RevisionFields> = {}): RevisionFields {
  return {
    note: '019a4952-1c5b-7000-8000-000000000001',
    parents: [],
    hlc: '2025-11-03T09:14:22.123Z-0003-7f3a9c21',
    op: 'put',
    creator: { name: 'A. Analyst', org: 'Desk 4' },
    target: { briefing: 'rare-earth-deals', edition: '2025-11', entity: 'us-jpn-framework', was: 550 },
    body: { type: 'text', value: 'The US$ 550 bn is announced, not signed.' },
    motivation: 'commenting',
    ...over
  };
}

export const rev = (over: Partial<RevisionFields> = {}): FullRevision => makeRevision(fields(over));

/** `count` notes of one revision each, all different. */
export function many(count: number): FullRevision[] {
  const clock = new Clock('7f3a9c21');
  return Array.from({ length: count }, (_, i) =>
    rev({ note: newNoteId(), hlc: clock.tick(NOW + i), body: { type: 'text', value: `note ${i}` } })
  );
}

/** What one replica does at one step of a history. */
export type Step = {
  who: number;
  act: 'new' | 'edit' | 'delete' | 'redact' | 'sync';
  pick: number;
  jump: number;
};

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    who: fc.nat(3),
    act: fc.constantFrom('new', 'edit', 'edit', 'delete', 'redact', 'sync', 'sync'),
    pick: fc.nat(1000),
    jump: fc.integer({ min: -3 * 24 * 3600_000, max: 3 * 24 * 3600_000 })
  }),
  { maxLength: 40 }
);

/** Plays a history of four replicas whose machine clocks jump; gives each one's set and all that was written. */
export function play(history: Step[]): {
  sets: Revision[][];
  written: FullRevision[];
  redacted: Set<string>;
} {
  const clocks = ['00000001', '00000002', '00000003', '00000004'].map((replica) => new Clock(replica));
  const sets: Revision[][] = [[], [], [], []];
  const written: FullRevision[] = [];
  const redacted = new Set<string>();
  let now = NOW;
  history.forEach(({ who, act, pick, jump }, turn) => {
    now += jump;
    const own = sets[who]!;
    const write = (over: Partial<RevisionFields>) => {
      const hlc = clocks[who]!.tick(now);
      const made = rev({ hlc, body: { type: 'text', value: `turn ${turn} by ${who}` }, ...over });
      written.push(made);
      sets[who] = merge(sets[who]!, [made]);
    };
    if (act === 'sync') {
      const other = sets[pick % 4]!;
      for (const { hlc } of other) clocks[who]!.receive(hlc, now);
      sets[who] = merge(own, other);
    } else if (act === 'new' || own.length === 0) {
      write({ note: noteId(turn) });
    } else if (act === 'redact') {
      const victim = own[pick % own.length]!;
      redacted.add(victim.id);
      sets[who] = merge(own, [redact(victim)]);
    } else {
      const { note } = own[pick % own.length]!;
      write({ note, parents: heads(own, note).map(({ id }) => id), op: act === 'edit' ? 'put' : 'delete' });
    }
  });
  return { sets, written, redacted };
}

function noteId(turn: number): NoteId {
  return `019a4952-1c5b-7000-8000-${turn.toString(16).padStart(12, '0')}` as NoteId;
}
