import { siteTotals } from '../flow/figures.ts';
import type { Entity } from '../model/entity.ts';
import type { Flow, Site } from '../model/lens.ts';

/** The figure a reader sees on a record when noting it, so that a later edition can tell that it changed; none where it has no single figure. */
export function valueOn(entity: Entity): number | undefined {
  if (entity.kind === 'flow') return (entity.record as Flow).value;
  if (entity.kind === 'site' && entity.lens)
    return siteTotals(entity.lens, (entity.record as Site).id).through;
  return undefined;
}
