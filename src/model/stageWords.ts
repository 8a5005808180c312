import type { Lens, Stage, StageWords } from './lens.ts';

/** What a lens says of a stage in sentences, if it says anything. */
export const stageWords = ({ stages }: Lens, id: Stage['id']): StageWords | undefined =>
  stages.find((stage) => stage.id === id)?.words;

/** A stage's heading without what it has in brackets: "Refined in". */
export const plainHeading = ({ stages }: Lens, id: Stage['id']): string =>
  stages.find((stage) => stage.id === id)?.heading.replace(/ \(.*\)$/, '') ?? id;

/** All that went through a stage, within a sentence: "all that is separated"; without words for it, by its heading. */
export function allOf(lens: Lens, id: Stage['id']): string {
  const done = id === 'use' ? 'used' : stageWords(lens, id)?.done;
  return done ? `all that is ${done}` : `all under “${plainHeading(lens, id)}”`;
}

/** All that meets in the market, within a sentence. */
export function pooled(lens: Lens): string {
  return stageWords(lens, 'separation') ? allOf(lens, 'separation') : 'all that reaches the market';
}

/** What is supposed where the market is left out and each place split by use. */
export const supposedSplit = (lens: Lens): string => `as if ${pooled(lens)} were mixed evenly: an estimate.`;
