import { parseQuestion } from '../flow/question.ts';
import type { Entity } from '../model/entity.ts';
import type { Lens } from '../model/lens.ts';
import type { Pack } from '../pack/pack.ts';
import type { Missing } from './route.ts';

/** The lens in view: that of what is selected, else the one an address names, else the briefing's. */
export function lensOf(pack: Pack, named: string | undefined, selected: Entity | undefined): Lens {
  const id = (selected?.kind === 'lens' ? selected.id : selected?.lens?.id) ?? named ?? pack.briefing.lens;
  return pack.lenses.find((lens) => lens.id === id)!;
}

/** The parts of a question in an address (a scenario's id, or changes of one's own) that this edition or lens lacks. */
export function lacksOfQuestion(pack: Pack, what: string | undefined, lens: Lens): Missing[] {
  if (what === undefined || pack.scenarios.some((scenario) => scenario.id === what)) return [];
  return parseQuestion(what, lens).unknown.map((name) => ({ what: 'choice', name: `what=${name}` }));
}
