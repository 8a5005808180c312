// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPlace } from '../../src/ui/keepPlace.ts';

let end: () => void;
beforeEach(() => {
  document.body.innerHTML = `<main><ul><li id="note"><div id="row"><button id="ask">Ask</button></div></li></ul></main>
    <button id="other">Other</button>`;
  end = keepPlace(document);
});
afterEach(() => end());

const $ = (id: string) => document.getElementById(id)!;
const frames = () =>
  new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 5));
function press(id: string, does: () => void) {
  $(id).addEventListener('click', does);
  $(id).focus();
  $(id).click();
}

test('[K10] the part that a pressed button stood in takes the focus where the button goes', async () => {
  press('ask', () => $('row').remove());
  await frames();
  expect(document.activeElement).toBe($('note'));
});

test('[K10] also where it goes a moment later', async () => {
  press('ask', () => void setTimeout(() => $('row').remove(), 30));
  await new Promise((done) => setTimeout(done, 60));
  await frames();
  expect(document.activeElement).toBe($('note'));
});

test('[K10] not where something else took the focus, nor where the button stays', async () => {
  press('ask', () => {
    $('row').remove();
    $('other').focus();
  });
  await frames();
  expect(document.activeElement).toBe($('other'));
  press('other', () => $('note').remove());
  await frames();
  expect(document.activeElement).toBe($('other'));
});
