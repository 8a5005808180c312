import { runPacked } from './packed.ts';

/** The block of the file with all that the first view does without. */
const BLOCK = 'later';

let running: Promise<void> | undefined;

/**
 * Loads a module that the first view does without, by its dynamic import. In the built file all such modules lie packed
 * in one block, which is unpacked and run at the first call; rejects where that block was changed or is missing.
 */
export function later<T>(load: () => Promise<T>): Promise<T> {
  running ??= document.getElementById(BLOCK) ? runPacked(document, BLOCK) : Promise.resolve();
  return running.then(load);
}
