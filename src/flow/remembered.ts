import type { Lens } from '../model/lens.ts';
import { flowPictures } from './folded.ts';
import type { FlowPicture, PictureOptions } from './picture.ts';

/** How many pictures of a lens are kept: both ways to split it, beside a dossier and without. */
const KEPT = 6;
const kept = new WeakMap<Lens, Map<string, FlowPicture[]>>();

/**
 * The pictures of a lens as `flowPictures` draws them, kept for when the reader comes back to the view. Those of a scenario are not:
 * each answers another question. `hue` must be the same for one lens, as it is within one briefing.
 */
export function rememberedPictures(
  lens: Lens,
  size: { width: number; height: number },
  hue: (place: string | undefined) => string,
  options: PictureOptions
): FlowPicture[] {
  if (options.after) return flowPictures(lens, size, hue, options);
  const all = kept.get(lens) ?? new Map<string, FlowPicture[]>();
  kept.set(lens, all);
  const key = JSON.stringify([size.width, size.height, options]);
  const pictures = all.get(key) ?? flowPictures(lens, size, hue, options);
  // The one asked for last is forgotten last.
  all.delete(key);
  all.set(key, pictures);
  if (all.size > KEPT) all.delete(all.keys().next().value!);
  return pictures;
}
