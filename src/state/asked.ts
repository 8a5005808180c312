import { parseQuestion } from '../flow/question.ts';
import type { Lens } from '../model/lens.ts';
import type { Pack } from '../pack/pack.ts';
import type { Missing } from './route.ts';

/** The parts of a question in an address (a scenario's id, or changes of one's own) that this edition or lens lacks. */
export function lacksOfQuestion(pack: Pack, what: string | undefined, lens: Lens): Missing[] {
  if (what === undefined || pack.scenarios.some((scenario) => scenario.id === what)) return [];
  return parseQuestion(what, lens).unknown.map((name) => ({ what: 'choice', name: `what=${name}` }));
}
