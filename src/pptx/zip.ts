import { strToU8, zipSync, type Zippable } from 'fflate';
import { withOwnNumbers, withTextures } from './mend.ts';

/**
 * The little that pptxgenjs asks of JSZip, over fflate: JSZip alone would bring 95 kB, a polyfill that makes code out of
 * text, and readers of zip files that nobody calls. Only text goes in; files are packed when the whole is asked for.
 */
export default class Zip {
  readonly #files: Zippable = {};

  /** Adds a file by its path; without content nothing is added. */
  file(path: string, content?: string | Uint8Array): this {
    if (typeof content === 'string') this.#files[path] = strToU8(withOwnNumbers(withTextures(content)));
    else if (content) this.#files[path] = content;
    return this;
  }

  /** Folders come from the paths of their files. */
  folder(): this {
    return this;
  }

  /** The packed file. Every entry carries the first day that zip can tell, so that the same deck gives the same bytes. */
  generateAsync(): Promise<Uint8Array> {
    return Promise.resolve(zipSync(this.#files, { level: 6, mtime: new Date(1980, 0, 1) }));
  }
}
