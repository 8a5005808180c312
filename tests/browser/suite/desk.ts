import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { pause, type Engine, type Opening, type Session } from '../engines/engine.ts';

let built: Buffer | undefined;

/** The built page, read once, so that a build made meanwhile does not change it under the tests. */
export function builtPage(): Buffer {
  const path = resolve('dist/lodestone.html');
  if (!built && !existsSync(path)) throw new Error(`${path} is not there: run "npx vite build" first`);
  return (built ??= readFileSync(path));
}

/** A folder name with everything in it that breaks careless addresses. */
export const FOLDER = 'Briefings 2026 – Référence #4 (100%)';

/** The address a double click gives a file. */
export const fileUrl = (path: string, hash = ''): string => pathToFileURL(path).href + hash;

/** One reader's desk: a page in an awkwardly named folder, a browser profile, a downloads folder. */
export class Desk {
  readonly engine: Engine;
  /** A short path: Firefox keeps no database for addresses over about 255 bytes. */
  readonly root = mkdtempSync(join(tmpdir(), 'lodestone-'));
  readonly downloads = join(this.root, 'downloads');
  file: string;
  readonly #open = new Set<Session>();

  constructor(engine: Engine, page = builtPage(), folder = FOLDER) {
    this.engine = engine;
    this.file = join(this.root, folder, 'lodestone.html');
    mkdirSync(dirname(this.file), { recursive: true });
    mkdirSync(this.downloads);
    writeFileSync(this.file, page);
  }

  /** Opens the page in the reader's browser; another `reader` is another profile. */
  async open(hash = '', more: Partial<Opening> & { reader?: string } = {}): Promise<Session> {
    const { reader = 'analyst', ...rest } = more;
    const session = await this.engine.open({
      profile: join(this.root, reader),
      downloads: this.downloads,
      url: this.url(hash),
      ...rest
    });
    this.#open.add(session);
    return session;
  }

  url(hash = ''): string {
    return fileUrl(this.file, hash);
  }

  /** Lays a file into the page's folder and gives its path. */
  put(name: string, content: string | Buffer): string {
    const path = join(dirname(this.file), name);
    writeFileSync(path, content);
    return path;
  }

  /** Gives the page another name in the same folder. */
  rename(name: string): void {
    const to = join(dirname(this.file), name);
    renameSync(this.file, to);
    this.file = to;
  }

  /** Waits for a file that the page hands out and that no longer grows, and gives its path. */
  async download(ending: string, timeout = 15_000): Promise<string> {
    let size = 0;
    for (const end = Date.now() + timeout; Date.now() < end; await pause(100)) {
      const name = readdirSync(this.downloads).find((each) => each.endsWith(ending));
      const now = name ? statSync(join(this.downloads, name)).size : 0;
      if (name && now > 0 && now === size) return join(this.downloads, name);
      size = now;
    }
    throw new Error(
      `no file *${ending} in ${readdirSync(this.downloads).join(', ') || 'an empty downloads folder'}`
    );
  }

  async clear(): Promise<void> {
    for (const session of this.#open) await session.close().catch(() => undefined);
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A desk that is cleared when the test ends. */
export function newDesk(engine: Engine, page = builtPage(), folder = FOLDER): Desk {
  const desk = new Desk(engine, page, folder);
  onTestFinished(() => desk.clear());
  return desk;
}

/** One open page for several tests that only read; each starts by going where it needs. */
export function sharedPage(
  engine: Engine,
  page?: () => Buffer
): { desk: () => Desk; session: () => Session } {
  let desk: Desk | undefined;
  let session: Session | undefined;
  beforeAll(async () => {
    desk = new Desk(engine, page?.());
    session = await desk.open();
  });
  afterAll(() => desk?.clear());
  const opened = <T>(it: T | undefined): T => {
    if (!it) throw new Error(`${engine.name}: the shared page did not open`);
    return it;
  };
  return { desk: () => opened(desk), session: () => opened(session) };
}
