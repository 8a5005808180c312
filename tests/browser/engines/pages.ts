import type { Browser, HTTPRequest, KeyInput, Page } from 'puppeteer-core';
import { mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  asCall,
  between,
  clickWhenThere,
  isOwn,
  pause,
  waitUntil,
  type EngineName,
  type Session,
  type Size,
  type Spot
} from './engine.ts';
import { killGroup } from './processes.ts';

/** What a killed browser leaves in its profile to say that it still runs. */
const LOCKS = ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'lock', '.parentlock'];

/** A killed Chromium also leaves the folder of its socket among the temporary files. */
function dropSocket(profile: string): void {
  try {
    const folder = dirname(readlinkSync(join(profile, 'SingletonSocket')));
    if (/^\.?org\.chromium\.Chromium\.\w+$/.test(basename(folder)))
      rmSync(folder, { recursive: true, force: true });
  } catch {
    // No socket: a fresh profile, an orderly end, or not a Chromium.
  }
}

/** Makes the profile folder and takes away the locks of a browser that was killed. */
export function readyProfile(profile: string): void {
  mkdirSync(profile, { recursive: true });
  dropSocket(profile);
  for (const lock of LOCKS) rmSync(join(profile, lock), { force: true });
}

/** A session over a browser that puppeteer drives; call `watch` before the page loads to miss nothing. */
export class PageSession implements Session {
  readonly console: string[] = [];
  readonly requests: string[] = [];
  readonly name: EngineName;
  readonly version: string;
  #browser: Browser;
  #page: Page;
  #url: string;

  constructor(name: EngineName, version: string, browser: Browser, page: Page, url: string) {
    this.name = name;
    this.version = version;
    this.#browser = browser;
    this.#page = page;
    this.#url = url;
    page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.console.push(`page error: ${String(error)}`));
    page.on('request', (request: HTTPRequest) => {
      if (!isOwn(request.url(), this.#url)) this.requests.push(request.url());
    });
  }

  get leader(): number | undefined {
    return this.#browser.process()?.pid;
  }

  async heap(): Promise<number> {
    const driver = await this.#page.createCDPSession();
    try {
      await driver.send('HeapProfiler.collectGarbage');
      return (await driver.send('Runtime.getHeapUsage')).usedSize;
    } finally {
      await driver.detach();
    }
  }

  /** The window that the page opened, once it is there. */
  async second(): Promise<PageSession> {
    for (let tries = 0; tries < 100; tries += 1) {
      const other = (await this.#browser.pages()).find(
        (page) => page !== this.#page && page.url().startsWith(this.#url.replace(/#.*$/, ''))
      );
      if (other) return new PageSession(this.name, this.version, this.#browser, other, this.#url);
      await pause(100);
    }
    throw new Error(`${this.name}: no second window`);
  }

  async go(url: string): Promise<void> {
    this.#url = url;
    await this.#page.goto(url, { waitUntil: 'load' });
  }

  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: 'load' });
  }

  async evaluate<T>(body: string): Promise<T> {
    return (await this.#page.evaluate(asCall(body))) as T;
  }

  click(css: string): Promise<void> {
    return clickWhenThere(() => this.#page.click(css));
  }

  type(css: string, text: string): Promise<void> {
    return this.#page.type(css, text);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key as KeyInput);
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    const { mouse } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (const { x, y } of between(from, to)) await mouse.move(x, y);
    await mouse.up();
  }

  async wheel(at: Spot, by: number, control = false): Promise<void> {
    const { keyboard, mouse } = this.#page;
    await mouse.move(at.x, at.y);
    if (control) await keyboard.down('Control');
    await mouse.wheel({ deltaY: by });
    if (control) await keyboard.up('Control');
  }

  /** Two fingers on the glass; Firefox's remote protocol tells its pages of one only. */
  get pinch(): Session['pinch'] {
    if (this.name === 'firefox') return undefined;
    return async (one, other) => {
      const { touchscreen } = this.#page;
      const fingers = await Promise.all([one, other].map(([from]) => touchscreen.touchStart(from.x, from.y)));
      const ways = [one, other].map(([from, to]) => between(from, to));
      for (let step = 0; step < ways[0]!.length; step += 1)
        for (const [i, finger] of fingers.entries()) await finger.move(ways[i]![step]!.x, ways[i]![step]!.y);
      for (const finger of fingers) await finger.end();
    };
  }

  async setFiles(css: string, paths: string[]): Promise<void> {
    const input = await this.#page.$(css);
    if (!input) throw new Error(`${this.name}: no file input ${css}`);
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(...paths);
  }

  /** Only Chromium's own protocol knows it; over another the engine says so. */
  async drop(paths: string[]): Promise<void> {
    const protocol = await this.#page.createCDPSession();
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await protocol.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
    await protocol.detach();
  }

  setSize(size: Size): Promise<void> {
    return this.#page.setViewport(size);
  }

  async screenshot(path: string, size?: Size): Promise<void> {
    if (size) await this.setSize(size);
    await this.#page.screenshot({ path: path as `${string}.png` });
  }

  async pdf(path: string, lies = false): Promise<void> {
    await this.#page.pdf({ path, preferCSSPageSize: true, landscape: lies, printBackground: false });
  }

  waitFor(condition: string, timeout?: number): Promise<void> {
    return waitUntil(this, condition, timeout);
  }

  async tab(url: string): Promise<Session> {
    const page = await this.#browser.newPage();
    const other = new PageSession(this.name, this.version, this.#browser, page, url);
    await other.go(url);
    return other;
  }

  async accessibility(): Promise<unknown[]> {
    const devtools = await this.#page.createCDPSession();
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    return nodes;
  }

  front(): Promise<void> {
    return this.#page.bringToFront();
  }

  async kill(): Promise<void> {
    const pid = this.#browser.process()?.pid;
    if (pid) await killGroup(pid);
    await this.#browser.disconnect().catch(() => undefined);
  }

  async close(): Promise<void> {
    const pid = this.#browser.process()?.pid;
    await this.#browser.close().catch(() => undefined);
    if (pid) await killGroup(pid);
  }
}
