import type { Deck } from '../../exchange/slide.ts';
import { runPacked } from '../../ui/packed.ts';

type Make = (deck: Deck) => Promise<Uint8Array<ArrayBuffer>>;

const BLOCK = 'slides';

let made: Promise<Make> | undefined;

/**
 * What makes .pptx files. It lies packed in a block of this file that the browser does not run; the first call unpacks it
 * and runs it. Rejects where the block is missing or was changed.
 */
export function slideMaker(page: Document): Promise<Make> {
  return (made ??= unpack(page).catch((error: unknown) => {
    made = undefined;
    throw error;
  }));
}

async function unpack(page: Document): Promise<Make> {
  if (!page.getElementById(BLOCK))
    throw new Error('this copy of the page came without the part that makes slides');
  await runPacked(page, BLOCK);
  const { lodestoneSlides } = globalThis as { lodestoneSlides?: Make };
  if (!lodestoneSlides) throw new Error('the part that makes slides was changed, so the browser refused it');
  return lodestoneSlides;
}
