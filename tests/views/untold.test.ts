// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import './dom.ts';
import type * as context from '../../src/state/context.ts';
import Wipe from '../../src/views/notes/Wipe.svelte';
import TakeAlong from '../../src/views/take/TakeAlong.svelte';

const filed = vi.hoisted(() => vi.fn());
vi.mock('../../src/state/context.ts', async (original) => ({
  ...(await original<typeof context>()),
  getNotebook: () => ({
    keeping: {},
    filing: {
      file: () => {
        throw new Error('notes: 60 MB are more than a file may hold');
      },
      filed
    }
  })
}));
afterEach(cleanup);

test('[D345] a picture or a table that cannot be made says so, whichever form was asked for', async () => {
  const fails = (): never => {
    throw new Error('no such bar');
  };
  for (const form of ['export-svg', 'export-png', 'export-csv', 'copy-svg', 'copy-png']) {
    const { container } = render(TakeAlong, { props: { name: 'flows', picture: fails, rows: fails } });
    await fireEvent.click(container.querySelector(`[data-${form}]`)!);
    await vi.waitFor(() =>
      expect(container.querySelector('[role="alert"]')?.textContent, form).toContain('no such bar')
    );
    cleanup();
  }
});

test('[N312] a file that cannot be written before everything is wiped says why, and does not count as written', async () => {
  const { container } = render(Wipe);
  await fireEvent.click(container.querySelector('[data-wipe]')!);
  await fireEvent.click(container.querySelector('form button[type="button"]')!);
  await vi.waitFor(() =>
    expect(container.querySelector('[role="status"]')?.textContent).toBe(
      'Nothing was written: notes: 60 MB are more than a file may hold'
    )
  );
  expect(filed).not.toHaveBeenCalled();
});
