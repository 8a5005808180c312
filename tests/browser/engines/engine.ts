/** How a browser is started for one reader at one desk. */
export type Opening = {
  /** Folder of the browser's profile; opening it again is the same reader coming back. */
  profile: string;
  /** Address of the page, made by `fileUrl`. */
  url: string;
  /** Folder that takes what the page hands out. */
  downloads?: string;
  /** What the system asks for; light unless told. */
  scheme?: 'light' | 'dark';
  /** Media features that the reader's system asks for, such as forced colours; Chromium alone can be told. */
  media?: Record<string, string>;
  /** False: scripts are switched off in the browser. */
  scripts?: boolean;
  /** False: the browser denies all site data. */
  storage?: boolean;
};

/** Width and height of the page's window in CSS pixels. */
export type Size = { width: number; height: number };

/** A place in the window, in CSS pixels. */
export type Spot = { x: number; y: number };

/** Places on the straight way between two, the last one being the end. */
export const between = (from: Spot, to: Spot, steps = 6): Spot[] =>
  Array.from({ length: steps }, (_, i) => ({
    x: Math.round(from.x + ((to.x - from.x) * (i + 1)) / steps),
    y: Math.round(from.y + ((to.y - from.y) * (i + 1)) / steps)
  }));

/** One running browser with one page in front. */
export interface Session {
  readonly name: string;
  readonly version: string;
  /** What the console said, page errors included; null where the engine gives no console. */
  readonly console: readonly string[] | null;
  /** What was asked for beside the page itself, data: and blob:; null where the engine does not tell. */
  readonly requests: readonly string[] | null;
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function body in the page and gives back what it returns, as plain data. */
  evaluate<T = unknown>(body: string): Promise<T>;
  click(css: string): Promise<void>;
  type(css: string, text: string): Promise<void>;
  /** Presses one key, named as in `KeyboardEvent.key`. */
  press(key: string): Promise<void>;
  /** Moves the mouse with its button down, through some steps, as a hand does. */
  drag(from: Spot, to: Spot): Promise<void>;
  /** Turns the wheel by so many px over a place, with the control key down if told. */
  wheel(at: Spot, by: number, control?: boolean): Promise<void>;
  /** Moves two fingers at once, each from a place to another; absent where the driver knows no touch. */
  pinch?: ((one: readonly [Spot, Spot], other: readonly [Spot, Spot]) => Promise<void>) | undefined;
  setFiles(css: string, paths: string[]): Promise<void>;
  /** The process that leads the browser's group; absent where the driver does not tell. */
  readonly leader?: number | undefined;
  /** Drops files or folders of this disk on the page, as a reader does from the desktop; absent where the driver cannot. */
  drop?(paths: string[]): Promise<void>;
  /** What the page's heap holds after a collection, in bytes; absent where the driver does not tell. */
  heap?(): Promise<number>;
  setSize(size: Size): Promise<void>;
  screenshot(path: string, size?: Size): Promise<void>;
  /** Prints to a PDF on the sheet that the page asks for, without background graphics, upright or so that it lies; absent where the driver cannot. */
  pdf?(path: string, lies?: boolean): Promise<void>;
  /** Waits until a JavaScript expression is true in the page; fails with what the page showed instead. */
  waitFor(condition: string, timeout?: number): Promise<void>;
  /** Opens another tab of the same browser, in front; absent where the driver cannot. */
  tab?(url: string): Promise<Session>;
  /** The accessibility tree of the page, as the engine hands it out; absent where the driver cannot. */
  accessibility?(): Promise<unknown[]>;
  /** Brings this tab before the others, as a click on it does. */
  front?(): Promise<void>;
  /** Ends the browser at once, as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** One of the engines the suite knows. */
export type EngineName = 'chromium' | 'firefox' | 'webkit' | 'bundled';

/** An engine that is present, and how to start it. */
export type Engine = {
  name: EngineName;
  version: string;
  /** True where what the page does with storage belongs to the html's own path. */
  storagePerFile: boolean;
  /** True where site data can be denied. */
  deniesStorage: boolean;
  open(opening: Opening): Promise<Session>;
};

/** An engine that is not there, and why. */
export type Missing = { name: EngineName; why: string };

/** Waits for so many milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Wraps a function body so that it may await, in any engine. */
export const asCall = (body: string): string => `(async () => {${body}\n})()`;

/** True for what the page is made of, false for what it asks of others. */
export const isOwn = (url: string, page: string): boolean =>
  /^(data|blob|about):/.test(url) || bare(url) === bare(page);

const bare = (url: string) => url.replace(/#.*$/, '');

const SEEN = `return {
  url: location.href,
  text: (document.body?.innerText ?? '').trim().slice(0, 600)
};`;

/** Asks the page again and again until the condition holds. */
export async function waitUntil(session: Session, condition: string, timeout = 15_000): Promise<void> {
  const end = Date.now() + timeout;
  let fault = '';
  while (Date.now() < end) {
    try {
      if (await session.evaluate<boolean>(`return Boolean(${condition});`)) return;
      fault = '';
    } catch (error) {
      // The page may be between two documents; the last fault is told if it stays.
      fault = ` (${String(error)})`;
    }
    await pause(50);
  }
  const seen = await session.evaluate(SEEN).catch(String);
  const said = session.console?.slice(-5).join('\n') ?? 'no console';
  throw new Error(
    `${session.name}: not within ${timeout} ms: ${condition}${fault}\n${JSON.stringify(seen, null, 1)}\n${said}`
  );
}

/** What drivers say of an element that is not there yet, has no box yet, or was just drawn anew. None of these has clicked. */
const NOT_YET =
  /not interactable|stale element|no such element|click intercepted|No element found|not clickable|detached|not attached/i;

/** Clicks as a person does: waits until what is meant stands there. */
export async function clickWhenThere(click: () => Promise<void>, timeout = 10_000): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return await click();
    } catch (error) {
      if (Date.now() > end || !NOT_YET.test(String(error))) throw error;
      await pause(100);
    }
  }
}
