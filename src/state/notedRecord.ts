import { readInWords } from '../model/source.ts';
import type { NotedRecord } from '../exchange/noteRows.ts';
import { attach } from '../notes/anchor.ts';
import type { Target } from '../notes/revision.ts';
import type { Pack } from '../pack/pack.ts';

/** What a note's target is called in this edition and what it stands on, a line a source; undefined where it is unattached. */
export function notedRecord(pack: Pack, target: Target): NotedRecord | undefined {
  if (target.briefing !== pack.briefing.id) return undefined;
  const known = (id: string) => pack.entity(id) !== undefined;
  const { state, entity } = attach(target, known, pack.briefing.aliases);
  const found = state === 'attached' ? pack.entity(entity) : undefined;
  if (!found) return undefined;
  const ids = new Set<string>();
  const paragraphs = new Set<string>();
  gather(found.record, ids, paragraphs);
  if (found.kind === 'source') ids.add(found.id);
  const places = pack.briefing.paragraphs.filter(({ id }) => paragraphs.has(id));
  const { publisher, sourceTitle } = pack.briefing;
  return {
    title: found.title,
    sources: [
      ...places.map(({ place }) => `${publisher}, ${sourceTitle}, ${place.toLowerCase()}`),
      ...pack.sources
        .filter(({ id }) => ids.has(id))
        .map(
          (source) => `${source.publisher}, ${source.title}, ${source.date} (${readInWords(source.readAs)})`
        )
    ]
  };
}

/** Collects what a record names as sources and paragraphs, in whatever member: its own, its grounds', its states'. */
function gather(value: unknown, ids: Set<string>, paragraphs: Set<string>): void {
  if (Array.isArray(value)) for (const part of value) gather(part, ids, paragraphs);
  else if (value !== null && typeof value === 'object')
    for (const [name, part] of Object.entries(value)) {
      if (name === 'sources' || name === 'decidedBy') for (const id of part as string[]) ids.add(id);
      else if (name === 'paragraph') paragraphs.add(String(part));
      else if (name === 'paragraphs' && Array.isArray(part)) {
        for (const id of part) if (typeof id === 'string') paragraphs.add(id);
      } else gather(part, ids, paragraphs);
    }
}
