import zopfli from '@gfx/zopfli';
import { inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromBase91, toBase91 } from '../src/ui/base91.ts';

/**
 * A text as a block of the page holds it: deflate, basE91; `ui/packed.ts` unpacks it. By Zopfli, which makes it a twelfth smaller
 * than others do; as WebAssembly it gives the same bytes on any processor, which zlib does not.
 */
export const packText = async (code: string): Promise<string> => toBase91(await deflate(strToU8(code)));

/** The text in a packed block. */
export const unpackText = (packed: string): string => strFromU8(inflateSync(fromBase91(packed)));

const deflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) =>
    zopfli.deflate(bytes, { numiterations: 5 }, (error, packed) => (error ? reject(error) : resolve(packed)))
  );
