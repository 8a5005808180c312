import type { Deck } from '../../exchange/slide.ts';

type Make = (deck: Deck) => Promise<Uint8Array<ArrayBuffer>>;
type Policy = { createScript(code: string): string };
type Policies = { createPolicy(name: string, rules: { createScript(code: string): string }): Policy };

let made: Promise<Make> | undefined;

/**
 * What makes .pptx files. It lies packed in a block of this file that the browser does not run; the first call unpacks it
 * and runs it, which the page's policy allows for this very text only. Rejects where the block is missing or was changed.
 */
export function slideMaker(page: Document): Promise<Make> {
  return (made ??= unpack(page).catch((error: unknown) => {
    made = undefined;
    throw error;
  }));
}

async function unpack(page: Document): Promise<Make> {
  const packed = page.getElementById('slide-maker')?.textContent;
  if (!packed) throw new Error('this copy of the page came without the part that makes slides');
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const code = await new Response(stream).text();
  const script = page.createElement('script');
  script.text = policy().createScript(code);
  page.head.append(script);
  script.remove();
  const { lodestoneSlides } = globalThis as { lodestoneSlides?: Make };
  if (!lodestoneSlides) throw new Error('the part that makes slides was changed, so the browser refused it');
  return lodestoneSlides;
}

let named: Policy | undefined;

/** Browsers that check scripts by trusted types take one only from a policy that the page names beforehand. */
function policy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const rules = { createScript: (code: string) => code };
  return (named ??= trustedTypes ? trustedTypes.createPolicy('lodestone-slides', rules) : rules);
}
