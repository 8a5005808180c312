import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  asCall,
  between,
  clickWhenThere,
  isOwn,
  pause,
  waitUntil,
  type Session,
  type Size,
  type Spot
} from './engine.ts';
import { killGroup } from './processes.ts';
import { dragActions, keyActions, wheelActions, type WebDriver } from './webdriver.ts';

/** A session over WebKitWebDriver and a WebKitGTK window of our own. */
export class WebKitSession implements Session {
  readonly name = 'webkit';
  readonly version: string;
  readonly console: string[] = [];
  readonly #driver: WebDriver;
  readonly #process: ChildProcess;
  readonly #files: { pid: string; requests: string };
  #url: string;

  constructor(
    version: string,
    driver: WebDriver,
    child: ChildProcess,
    files: { pid: string; requests: string },
    url: string
  ) {
    this.version = version;
    this.#driver = driver;
    this.#process = child;
    this.#files = files;
    this.#url = url;
    // WebKit writes the page's console to the error output, "[place] CONSOLE KIND text".
    if (child.stderr)
      createInterface(child.stderr).on('line', (line) => {
        const message = /CONSOLE ([A-Z ]+ .*)$/.exec(line);
        if (message?.[1]) this.console.push(message[1]);
      });
  }

  get requests(): string[] {
    const lines = readFileSync(this.#files.requests, 'utf8').split('\n').filter(Boolean);
    return lines.filter((line) => !isOwn(line, this.#url));
  }

  async go(url: string): Promise<void> {
    this.#url = url;
    await this.#driver.post('/url', { url });
  }

  async reload(): Promise<void> {
    await this.#driver.post('/refresh');
  }

  async evaluate<T>(body: string): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      ${asCall(body)}.then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await this.#driver.post<{ value: T; error?: string }>('/execute/async', {
      script,
      args: []
    });
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  click(css: string): Promise<void> {
    let tried = false;
    return clickWhenThere(async () => {
      // This driver does not scroll to what stands half below the window's edge; a reader does.
      if (tried)
        await this.evaluate(
          `document.querySelector(${JSON.stringify(css)})?.scrollIntoView({ block: 'center' });`
        );
      tried = true;
      await this.#driver.post(`${await this.#driver.element(css)}/click`);
    });
  }

  async type(css: string, text: string): Promise<void> {
    await this.#driver.post(`${await this.#driver.element(css)}/value`, { text });
  }

  async press(key: string): Promise<void> {
    await this.#driver.post('/actions', keyActions(key));
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    await this.#driver.post('/actions', dragActions([from, ...between(from, to)]));
  }

  async wheel(at: Spot, by: number, control = false): Promise<void> {
    await this.#driver.post('/actions', wheelActions(at, by, control));
  }

  setFiles(css: string, paths: string[]): Promise<void> {
    return this.type(css, paths.join('\n'));
  }

  async setSize(size: Size): Promise<void> {
    await this.#driver.post('/window/rect', size);
  }

  async screenshot(path: string, size?: Size): Promise<void> {
    if (size) await this.setSize(size);
    writeFileSync(path, Buffer.from(await this.#driver.get<string>('/screenshot'), 'base64'));
  }

  waitFor(condition: string, timeout?: number): Promise<void> {
    return waitUntil(this, condition, timeout);
  }

  async kill(): Promise<void> {
    const browser = Number(readFileSync(this.#files.pid, 'utf8'));
    try {
      process.kill(browser, 'SIGKILL');
    } catch {
      // Already gone; the rest of its group is ended below.
    }
    if (this.#process.pid) await killGroup(this.#process.pid);
  }

  async close(): Promise<void> {
    await this.#driver.end().catch(() => undefined);
    await pause(150);
    if (this.#process.pid) await killGroup(this.#process.pid);
  }
}
