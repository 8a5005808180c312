/** W3C WebDriver over HTTP: the few commands the suite needs. */
export class WebDriver {
  readonly #base: string;
  #session = '';

  constructor(port: number) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  /** True once the driver answers. */
  async answers(): Promise<boolean> {
    return this.#call('GET', '/status').then(
      () => true,
      () => false
    );
  }

  async start(capabilities: Record<string, unknown>): Promise<void> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    this.#session = (await this.#call<{ sessionId: string }>('POST', '/session', body)).sessionId;
  }

  end(): Promise<unknown> {
    return this.#call('DELETE', `/session/${this.#session}`);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#call<T>('POST', `/session/${this.#session}${path}`, body);
  }

  get<T>(path: string): Promise<T> {
    return this.#call<T>('GET', `/session/${this.#session}${path}`);
  }

  /** Path of the first element that a selector finds. */
  async element(css: string): Promise<string> {
    const found = await this.post<Record<string, string>>('/element', { using: 'css selector', value: css });
    return `/element/${Object.values(found)[0]}`;
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await fetch(this.#base + path, init);
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

/** Keys that WebDriver writes as private code points. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ' ': '\uE00D',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F5: '\uE035'
};

/** The actions that press and release one key. */
export const keyActions = (key: string) => {
  const value = KEYS[key] ?? key;
  const actions = [
    { type: 'keyDown', value },
    { type: 'keyUp', value }
  ];
  return { actions: [{ type: 'key', id: 'keyboard', actions }] };
};
