// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import Help from '../../src/app/Help.svelte';
import { KEYS, PROMISES } from '../../src/ui/help.ts';

// jsdom has no modal dialogs.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

it('[H1] lists every key and all ten promises, and closes by its button', async () => {
  const onclose = vi.fn();
  render(Help, { onclose });
  const dialog = screen.getByRole('dialog', { name: 'Keys and promises' });
  for (const { does } of KEYS) expect(within(dialog).getByText(does)).toBeTruthy();
  expect(PROMISES).toHaveLength(10);
  for (const promise of PROMISES) expect(within(dialog).getByText(promise)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(onclose).toHaveBeenCalled();
});

it('[H2] promises no more and no less than docs/notes.md proves', () => {
  const rows = readFileSync('docs/notes.md', 'utf8').match(/^\| \d+ \|/gm);
  expect(rows).toHaveLength(PROMISES.length);
});
