import type { SpeakerNotes } from '../model/scene.ts';
import { didYouMean, PackFaults, type Fault } from './fault.ts';
import type { Pack } from './pack.ts';
import { groundlessFigures, recordsOf } from './rules/scenes.ts';
import { HEDGES } from './rules/words.ts';

/**
 * The gate for the speaker's notes, which ship in a block of their own: every note belongs to a scene, holds no figure
 * that the scene's records do not hold and no word of likelihood. Throws PackFaults with every fault at once.
 */
export function openSpeakerNotes(raw: unknown, pack: Pack): SpeakerNotes {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    throw new PackFaults([
      { path: 'speaker', value: raw, what: 'not speaker notes:', remedy: 'expected texts by scene' }
    ]);
  const notes: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const [id, text] of Object.entries(raw)) {
    const path = `speaker.${id}`;
    const scene = pack.scenes.find((one) => one.id === id);
    if (!scene) {
      const ids = pack.scenes.map((one) => one.id as string);
      faults.push({ path, value: id, what: 'unknown scene', remedy: didYouMean(id, ids, 'scenes') });
    } else if (typeof text !== 'string')
      faults.push({ path, value: text, what: 'not allowed here:', remedy: 'expected a text' });
    else {
      for (const figure of groundlessFigures(text, recordsOf(pack, scene.records)))
        faults.push({
          path,
          value: figure,
          what: 'figure without ground:',
          remedy: `name the record that holds it in the scene's "records"`
        });
      const word = HEDGES.exec(text)?.[0];
      if (word)
        faults.push({ path, value: word, what: 'word of likelihood', remedy: 'its author used none' });
      notes[id] = text;
    }
  }
  if (faults.length) throw new PackFaults(faults);
  return notes;
}
