import type { PlaceFile, PlaceFolder } from '../../src/store/place.ts';

/** A folder on a disk that can be made to fail at the n-th thing that is asked of it, before or after it is done. */
export class FakeFolder implements PlaceFolder {
  readonly kind = 'directory';
  readonly name = 'notes';
  readonly disk = new Map<string, string>();
  permission: PermissionState = 'granted';
  /** What the reader answers when the browser asks. */
  answer: PermissionState = 'granted';
  failAt = Infinity;
  after = false;
  count = 0;
  error: Error = new DOMException('sabotage', 'InvalidStateError');
  /** Runs between what is written and its taking effect, as another program may. */
  meddle: (() => void) | undefined;

  async queryPermission(): Promise<PermissionState> {
    return this.#pass(() => this.permission);
  }

  async requestPermission(): Promise<PermissionState> {
    return (this.permission = this.answer);
  }

  async *values(): AsyncGenerator<PlaceFile> {
    for (const name of [...this.disk.keys()]) yield await this.#pass(() => this.file(name));
  }

  async getFileHandle(name: string, options?: { create: boolean }): Promise<PlaceFile> {
    return this.#pass(() => {
      if (!this.disk.has(name)) {
        if (!options?.create) throw new DOMException('no such file', 'NotFoundError');
        this.disk.set(name, '');
      }
      return this.file(name);
    });
  }

  /** The handle of one file, as the other picker gives it. */
  file(name: string): PlaceFile {
    return {
      kind: 'file',
      name,
      queryPermission: () => this.queryPermission(),
      requestPermission: () => this.requestPermission(),
      getFile: () =>
        this.#pass(() => {
          const text = this.disk.get(name);
          if (text === undefined) throw new DOMException('gone', 'NotFoundError');
          return new File([text], name, { lastModified: 0 });
        }),
      createWritable: () => this.#pass(() => this.#writable(name))
    };
  }

  /** Nothing reaches the file before `close`, as browsers have it. */
  #writable(name: string) {
    let waiting = '';
    return {
      write: (text: string) =>
        this.#pass(() => {
          waiting += text;
        }),
      close: () =>
        this.#pass(() => {
          this.disk.set(name, waiting);
          this.meddle?.();
        }),
      abort: () => Promise.resolve()
    };
  }

  async #pass<T>(operate: () => T): Promise<T> {
    this.count += 1;
    const doomed = this.count === this.failAt;
    if (doomed && !this.after) throw this.error;
    const result = operate();
    if (doomed && this.after) throw this.error;
    return result;
  }
}
