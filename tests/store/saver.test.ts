import { describe, expect, it } from 'vitest';
import type { Revision } from '../../src/notes/revision.ts';
import { Saver } from '../../src/store/saver.ts';
import type { SaveStatus } from '../../src/store/saveStatus.ts';
import { many } from '../notes/sample.ts';
import { FakeClock, settle } from './fake.ts';

const [a, b] = many(2) as [Revision, Revision];

/** A store that writes down what it is told, and can fail or hang. */
class Ledger {
  readonly log: string[] = [];
  trouble: unknown;
  hanging: (() => void)[] | undefined;

  saveDraft = (key: string, value: unknown) => this.#write(`draft ${key}=${String(value)}`);
  dropDraft = (key: string) => this.#write(`drop ${key}`);
  commit = (revision: Revision, key: string) => this.#write(`commit ${revision === a ? 'a' : 'b'} ${key}`);

  async #write(line: string): Promise<void> {
    if (this.trouble) throw this.trouble;
    if (this.hanging) await new Promise<void>((resolve) => this.hanging!.push(resolve));
    this.log.push(line);
  }
}

function start() {
  const ledger = new Ledger();
  const clock = new FakeClock();
  const saver = new Saver(ledger, clock);
  const states: string[] = [];
  saver.subscribe((status: SaveStatus) => states.push(status.state));
  saver.ready();
  return { ledger, clock, saver, states };
}

describe('saving', () => {
  it('[NS50] is loading until the notes are read, and then saved with nothing to save', () => {
    const saver = new Saver(new Ledger(), new FakeClock());
    expect(saver.status).toEqual({ state: 'loading' });
    saver.ready();
    expect(saver.status).toEqual({ state: 'saved', at: null });
  });

  it('[N1] brings what was typed into the database within a second, however fast one types on', async () => {
    const { ledger, clock, saver } = start();
    for (let i = 0; i < 20; i += 1) {
      saver.typed('k', `text ${i}`);
      await clock.pass(100);
    }
    expect(ledger.log.length).toBeGreaterThan(2);
    expect(ledger.log.length).toBeLessThan(10);
    expect(ledger.log[0]).toMatch(/^draft k=text [1-9]$/);
    await clock.pass(1_000);
    expect(ledger.log.at(-1)).toBe('draft k=text 19');
    expect(saver.status.state).toBe('saved');
    expect(saver.unsaved).toEqual([]);
  });

  it('[N1] says so when what was typed is not stored after a second, and again when it is', async () => {
    const { ledger, clock, saver } = start();
    ledger.hanging = [];
    saver.typed('k', 'text');
    await clock.pass(999);
    expect(saver.status.state).toBe('saving');
    await clock.pass(1);
    expect(saver.status).toMatchObject({ state: 'failed', fault: 'slow', retryAt: null });
    ledger.hanging.forEach((answer) => answer());
    await settle();
    expect(saver.status).toEqual({ state: 'saved', at: clock.now() });
  });

  it('[NS51] says saved only after the store has answered', async () => {
    const { ledger, clock, saver, states } = start();
    ledger.hanging = [];
    const done = saver.commit(a, 'k');
    await clock.pass(500);
    expect(states).toEqual(['loading', 'saved', 'saving']);
    expect(saver.unsaved).toHaveLength(1);
    ledger.hanging.forEach((answer) => answer());
    await done;
    await settle();
    expect(states.at(-1)).toBe('saved');
  });

  it('[N2] keeps what it could not store, tries again after 1, 5, 30 and 30 s, and stores it then', async () => {
    const { ledger, clock, saver } = start();
    ledger.trouble = new DOMException('full', 'QuotaExceededError');
    let resolved = false;
    void saver.commit(a, 'k').then(() => (resolved = true));
    for (const wait of [1_000, 5_000, 30_000, 30_000]) {
      await clock.pass(0);
      expect(saver.status).toEqual({
        state: 'failed',
        fault: 'full',
        detail: 'full',
        retryAt: clock.now() + wait
      });
      expect(saver.unsaved).toMatchObject([{ kind: 'commit', revision: a }]);
      await clock.pass(wait);
    }
    expect(resolved).toBe(false);
    ledger.trouble = undefined;
    await clock.pass(29_999);
    expect(ledger.log).toEqual([]);
    await clock.pass(1);
    expect([ledger.log, resolved, saver.status.state]).toEqual([['commit a k'], true, 'saved']);
  });

  it('[N2] stays red until everything is stored, and starts with 1 s again after that', async () => {
    const { ledger, clock, saver, states } = start();
    ledger.trouble = new Error('once');
    saver.typed('k', 'one');
    await clock.pass(500);
    saver.typed('k', 'two');
    void saver.commit(b, 'other');
    expect(saver.status.state).toBe('failed');
    ledger.trouble = undefined;
    await clock.pass(1_000);
    expect(ledger.log).toEqual(['draft k=two', 'commit b other']);
    expect(states.slice(states.indexOf('failed'))).toEqual(['failed', 'saved']);
    ledger.trouble = new Error('again');
    saver.discard('k');
    await clock.pass(0);
    expect(saver.status).toMatchObject({ retryAt: clock.now() + 1_000 });
  });

  it('[NS52] stores at once when the page is hidden, or when told to try again', async () => {
    const { ledger, clock, saver } = start();
    saver.typed('k', 'text');
    await saver.flush();
    expect(ledger.log).toEqual(['draft k=text']);
    ledger.trouble = new Error('no');
    saver.typed('k', 'more');
    await saver.flush();
    ledger.trouble = undefined;
    await saver.flush();
    expect(ledger.log.at(-1)).toBe('draft k=more');
    await clock.pass(60_000);
    expect(ledger.log).toHaveLength(2);
  });

  it('[NS53] keeps the order: a draft typed after a commit is stored after it', async () => {
    const { ledger, clock, saver } = start();
    saver.typed('k', 'one');
    void saver.commit(a, 'k');
    saver.typed('k', 'two');
    saver.typed('k', 'three');
    await clock.pass(1_000);
    expect(ledger.log).toEqual(['draft k=one', 'commit a k', 'draft k=three']);
  });

  it('[NS53] does not change what is being written, and stores what was typed meanwhile', async () => {
    const { ledger, clock, saver } = start();
    ledger.hanging = [];
    saver.typed('k', 'one');
    await clock.pass(400);
    saver.typed('k', 'two');
    expect(saver.unsaved).toMatchObject([{ value: 'one' }, { value: 'two' }]);
    const answers = ledger.hanging;
    ledger.hanging = undefined;
    answers.forEach((answer) => answer());
    await settle();
    expect(ledger.log).toEqual(['draft k=one', 'draft k=two']);
    expect(saver.status.state).toBe('saved');
  });

  it('[NS54] forgets a draft that its author threw away, stored or not', async () => {
    const { ledger, clock, saver } = start();
    saver.typed('k', 'text');
    saver.typed('other', 'stays');
    saver.discard('k');
    await clock.pass(1_000);
    expect(ledger.log).toEqual(['draft other=stays', 'drop k']);
  });

  it('[NS55] tries a write that never answers again, and does not lose it', async () => {
    const { ledger, clock, saver } = start();
    ledger.hanging = [];
    void saver.commit(a, 'k');
    await clock.pass(10_000);
    expect(saver.status).toMatchObject({ state: 'failed', fault: 'slow', retryAt: clock.now() + 1_000 });
    ledger.hanging = undefined;
    await clock.pass(1_000);
    expect([ledger.log, saver.status.state]).toEqual([['commit a k'], 'saved']);
  });

  it('[NS56] copies what was typed, so that later changes to it are not stored unseen', async () => {
    const { clock, saver } = start();
    const value = new Proxy({ text: 'one' }, {});
    saver.typed('k', value);
    value.text = 'two';
    expect(saver.unsaved).toMatchObject([{ value: { text: 'one' } }]);
    await clock.pass(1_000);
  });

  it('[NS57] goes on when told of a commit by the very listener it says saved to', async () => {
    const { ledger, clock, saver } = start();
    let once = true;
    saver.subscribe(({ state }) => {
      if (state === 'saved' && saver.unsaved.length === 0 && ledger.log.length === 1 && once) {
        once = false;
        void saver.commit(b, 'k');
      }
    });
    void saver.commit(a, 'k');
    await clock.pass(0);
    await settle();
    expect(ledger.log).toEqual(['commit a k', 'commit b k']);
    expect(saver.status.state).toBe('saved');
  });

  it('[NS58] no longer tells who has stopped listening', async () => {
    const { clock, saver } = start();
    const heard: SaveStatus[] = [];
    saver.subscribe((status) => heard.push(status))();
    saver.typed('k', 'text');
    await clock.pass(1_000);
    expect(heard).toHaveLength(1);
  });
});
