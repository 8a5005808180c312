// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import SaveLine from '../../src/app/SaveLine.svelte';
import type * as context from '../../src/state/context.ts';

const at = vi.hoisted(() => ({ status: {} as Record<string, unknown> }));
vi.mock('../../src/state/context.ts', async (original) => ({
  ...(await original<typeof context>()),
  getNotebook: () => ({
    status: at.status,
    mailbox: { status: { is: 'absent' }, place: '' },
    inside: { looked: null },
    filing: { unfiled: 0 },
    unfinished: []
  })
}));
afterEach(cleanup);

test('[N74] what is not saved leads to the page that writes it to a file, and nothing else does', () => {
  at.status = { state: 'failed', fault: 'full', detail: '', retryAt: null };
  const failed = render(SaveLine).container;
  expect(failed.textContent).toMatch(/NOT SAVED: .* on the rescue page\.Open the rescue page$/);
  expect(failed.querySelector('a')?.getAttribute('href')).toBe('#rescue');
  cleanup();
  at.status = { state: 'saved', at: null };
  expect(render(SaveLine).container.querySelector('a')).toBeNull();
});
