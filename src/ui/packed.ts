import { fromBase91 } from './base91.ts';

type Policy = { createScript(code: string): string };
type Policies = { createPolicy(name: string, rules: { createScript(code: string): string }): Policy };

const policies = new Map<string, Policy>();

/** Browsers that check scripts by trusted types take one only from a policy that the page names beforehand, and make each once. */
function policyCalled(name: string): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const rules = { createScript: (code: string) => code };
  const policy = policies.get(name) ?? trustedTypes?.createPolicy(name, rules) ?? rules;
  policies.set(name, policy);
  return policy;
}

/** The text that lies packed (deflate, basE91) in a block of this file. Rejects where the block is missing or cannot be unpacked. */
export async function unpacked(page: Document, id: string): Promise<string> {
  const packed = page.getElementById(id)?.textContent;
  if (!packed) throw new Error(`this file came without its part “${id}”`);
  const stream = new Blob([fromBase91(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/**
 * Unpacks a block that the browser does not run by itself and runs it, which the page's security policy allows for this
 * very text only, through the trusted-types policy called "lodestone-" and the block's id. Whether it ran shows in what
 * it leaves behind: a text that was changed is refused without a word. Rejects where the block cannot be unpacked.
 */
export async function runPacked(page: Document, id: string): Promise<void> {
  const code = await unpacked(page, id);
  const script = page.createElement('script');
  script.text = policyCalled(`lodestone-${id}`).createScript(code);
  page.head.append(script);
  script.remove();
}
