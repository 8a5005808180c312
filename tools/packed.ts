import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromBase85, toBase85 } from '../src/ui/base85.ts';

/**
 * A text as a block of the page holds it: deflate, base 85; `ui/packed.ts` unpacks it. By fflate, which is plain
 * JavaScript, since zlib's output may differ between kinds of processors and the build should give the same bytes everywhere.
 */
export const packText = (code: string): string => toBase85(deflateSync(strToU8(code), { level: 9, mem: 12 }));

/** The text in a packed block. */
export const unpackText = (packed: string): string => strFromU8(inflateSync(fromBase85(packed)));
