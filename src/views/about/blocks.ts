import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isPolicy } from '../../model/policy.ts';
import { unpacked } from '../../ui/packed.ts';

/** One block of the open page: its size in bytes, its SHA-256, and whether that is what the file says it should be. */
export type Block = { name: string; bytes: number; hash: string; state: 'as built' | 'altered' | 'no sum' };

/** The SHA-256 of bytes in hexadecimal digits. */
export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

const policyOf = (page: Document) =>
  page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
/** Whether the open page declares the policy that it is built with, but for hashes. */
export const policyHolds = (page: Document): boolean => isPolicy(policyOf(page));

/**
 * Reads the blocks of the open page. Scripts and styles run only where the page's policy names their hash, so what is
 * shown is what the policy is asked for; the briefing and the speaker's notes are compared with the hashes beside the prerendered view.
 */
export async function blocksOf(page: Document): Promise<Block[]> {
  const policy = policyOf(page);
  const block = (
    name: string,
    text: string | null | undefined,
    due: (bytes: Uint8Array, hash: string) => Block['state']
  ) => {
    if (typeof text !== 'string') return [];
    const bytes = utf8ToBytes(text);
    const hash = hashOf(bytes);
    return [{ name, bytes: bytes.length, hash, state: due(bytes, hash) }];
  };
  // Without a policy nothing says which parts these should be.
  const named = (bytes: Uint8Array) =>
    !policy ? 'no sum' : policy.includes(`'sha256-${base64(sha256(bytes))}'`) ? 'as built' : 'altered';
  // A part that was cut in the middle cannot be unpacked: what stands there is shown, and is not what was built.
  const inside = (id: string) =>
    page.getElementById(id)
      ? unpacked(page, id).catch(() => page.getElementById(id)?.textContent)
      : undefined;
  const licences = await unpacked(page, 'licences').catch(() => undefined);
  const app = page.querySelector<HTMLElement>('#app');
  const same = (due: string | undefined) => (_bytes: Uint8Array, hash: string) =>
    due === hash ? 'as built' : 'altered';
  return [
    ...block('first script', page.querySelector('head script')?.textContent, named),
    ...block('script', page.getElementById('start')?.textContent, named),
    ...block('later script', await inside('later'), named),
    ...block('slide script', await inside('slides'), named),
    ...block('style', page.querySelector('head style:last-of-type')?.textContent, named),
    ...block('briefing', page.querySelector('#briefing')?.textContent, same(app?.dataset.pack)),
    ...block('speaker notes', page.getElementById('speaker-notes')?.textContent, same(app?.dataset.speaker)),
    ...block('licences', licences ?? page.getElementById('licences')?.textContent, () =>
      licences === undefined ? 'altered' : 'no sum'
    )
  ];
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
