import { Clock } from '../../src/notes/clock.ts';
import { merge } from '../../src/notes/merge.ts';
import type { ImportPlan } from '../../src/notes/plan.ts';
import type { Revision } from '../../src/notes/revision.ts';
import { openPack } from '../../src/pack/pack.ts';
import { Filing } from '../../src/state/filing.svelte.ts';
import type { Keeping } from '../../src/state/keeping.svelte.ts';
import type { Desk } from '../../src/state/posting.ts';
import { Sharing } from '../../src/state/sharing.ts';
import type { Shelf } from '../../src/state/shelf.svelte.ts';
import type { KeptPlace } from '../../src/store/place.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { rev } from '../notes/sample.ts';

const pack = openPack(readSeeds(SEEDS));
export const briefing = pack.briefing;
export const replica = '7f3a9c21';

/** A note of this briefing that nobody else holds. */
export function note(value: string, over: Parameters<typeof rev>[0] = {}): Revision {
  const target = { briefing: briefing.id, edition: briefing.edition, entity: briefing.id };
  const id = crypto.randomUUID();
  return rev({
    note: id,
    hlc: clock.tick(Date.UTC(2025, 10, 3)),
    target,
    body: { type: 'text', value },
    ...over
  });
}
const clock = new Clock(replica);

/** The parts of a notebook that a mailbox works with, in memory, with the real choice of what may leave. */
export function newDesk(revisions: Revision[]) {
  const places: (KeptPlace | undefined)[] = [];
  const shelf = {
    briefing,
    author: 'Ada',
    replica,
    revisions,
    store: {
      getPlace: () => Promise.resolve(places.at(-1)),
      setPlace: (place: KeptPlace | undefined) => {
        places.push(place);
        return Promise.resolve();
      }
    } as object | undefined,
    get all() {
      return shelf.revisions;
    },
    get own() {
      return shelf.revisions.filter(({ hlc }) => hlc.endsWith(`-${replica}`));
    }
  };
  const counts = { filed: 0, imports: 0, receipts: 0 };
  const filing = {
    applyImport: (plan: ImportPlan, { receipt = true } = {}) => {
      counts.imports += 1;
      if (receipt) counts.receipts += 1;
      shelf.revisions = merge(shelf.revisions, plan.fresh);
      return Promise.resolve({ added: plan.fresh.length, ahead: 0, backup: '' });
    },
    filed: () => (counts.filed += 1),
    planImport: (files: File[]) => new Filing(shelf as unknown as Shelf, {} as Keeping).planImport(files)
  };
  const sharing = new Sharing(shelf as unknown as Shelf, filing as unknown as Filing, pack, undefined);
  const desk = { shelf, filing, sharing } as unknown as Desk;
  return { desk, shelf, counts, places, markings: briefing.markings };
}
