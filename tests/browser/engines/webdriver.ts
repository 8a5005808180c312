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

/** The actions of a mouse that is pressed at the first place and released at the last. */
export const dragActions = ([from, ...way]: readonly { x: number; y: number }[]) => {
  const to = ({ x, y }: { x: number; y: number }) => ({ type: 'pointerMove', duration: 20, x, y });
  const actions = [
    to(from!),
    { type: 'pointerDown', button: 0 },
    ...way.map(to),
    { type: 'pointerUp', button: 0 }
  ];
  return { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] };
};

/** The actions of a wheel that is turned over a place, with the control key down if told. */
export const wheelActions = (at: { x: number; y: number }, by: number, control: boolean) => {
  const scroll = { type: 'scroll', x: at.x, y: at.y, deltaX: 0, deltaY: by };
  const wheel = { type: 'wheel', id: 'wheel' };
  if (!control) return { actions: [{ ...wheel, actions: [scroll] }] };
  const [down, up] = ['keyDown', 'keyUp'].map((type) => ({ type, value: '\uE009' }));
  const pause = { type: 'pause' };
  return {
    actions: [
      { type: 'key', id: 'keyboard', actions: [down, pause, up] },
      { ...wheel, actions: [pause, scroll, pause] }
    ]
  };
};
