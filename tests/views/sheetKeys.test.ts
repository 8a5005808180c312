// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/svelte';
import 'fake-indexeddb/auto';
import { tick } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import './dom.ts';
import App from '../../src/app/App.svelte';
import * as loaded from '../../src/app/rest.ts';
import { openPack } from '../../src/pack/pack.ts';
import { keepPlace } from '../../src/ui/keepPlace.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const deal = pack.deals[0]!.id;

// What this DOM has not.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('[AC18] while a sheet lies over the page no key acts on what is below it', async () => {
  const hash = `#/deals?on=${deal}`;
  location.hash = hash;
  const { container } = render(App, { props: { pack, hash, asBuilt: true, loaded } });
  const body = container.ownerDocument.body;
  const press = (key: string) => fireEvent.keyDown(body, { key });
  await press('?');
  expect(container.querySelector('dialog[open]')).not.toBeNull();
  for (const key of ['3', '4', 'w', 'r', 'n', 'Escape']) {
    await press(key);
    expect(location.hash, key).toBe(hash);
  }
  container.querySelector<HTMLDialogElement>('dialog[open]')!.close();
  await tick();
  await press('4');
  expect(location.hash).toMatch(/^#\/timeline/);
});

test('[AC19] a link that goes with what it did leaves the focus in the part it stood in', async () => {
  document.body.innerHTML = '<section id="part"><a href="#/brief">Dismiss</a></section>';
  const stop = keepPlace(document);
  const link = document.querySelector<HTMLElement>('a')!;
  link.focus();
  link.click();
  link.remove();
  await new Promise((done) => setTimeout(done, 60));
  expect(document.activeElement).toBe(document.getElementById('part'));
  stop();
});
