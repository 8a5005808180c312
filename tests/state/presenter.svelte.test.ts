import { describe, expect, test } from 'vitest';
import { Presenter } from '../../src/state/presenter.svelte.ts';
import { commandOf, sceneOf } from '../../src/state/presentKeys.ts';
import { newShow, type Show } from '../../src/state/show.ts';

const scene = (id: string) => ({ id, title: id, caption: '', state: `#/deals?on=${id}` });
function room(count = 3) {
  const page = { state: '', kept: null as Show | null };
  const deck = { title: 'Deck', scenes: Array.from({ length: count }, (_, i) => scene(`s${i}`)) };
  const presenter = new Presenter(newShow(deck, null, 'token'), {
    go: (state) => (page.state = state),
    state: () => page.state,
    keep: (show) => (page.kept = show)
  });
  return { page, presenter };
}

describe('the keys of a show', () => {
  test.each([
    ['PageDown', 'next'],
    ['ArrowRight', 'next'],
    [' ', 'next'],
    ['PageUp', 'previous'],
    ['ArrowLeft', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['.', 'black'],
    ['b', 'black'],
    ['B', 'black'],
    ['w', 'white'],
    ['L', 'spotlight'],
    ['o', 'overview'],
    ['?', 'help'],
    ['/', 'ask'],
    ['Backspace', 'back'],
    ['F5', 'full'],
    ['Escape', 'leave'],
    ['x', undefined],
    ['Tab', undefined],
    ['constructor', undefined]
  ])('[S20] %s means %s', (key, command) => {
    expect(commandOf(key, true, null)).toBe(command);
  });

  test('[S21] of one letter or sign do nothing when switched off; a clicker still turns pages', () => {
    expect(['.', 'b', 'w', 'l', 'o', '?', '/'].map((key) => commandOf(key, false, null))).toEqual(
      Array(7).fill(undefined)
    );
    expect(['PageDown', ' ', 'F5'].map((key) => commandOf(key, false, null))).toEqual([
      'next',
      'next',
      'full'
    ]);
  });

  test('[S22] belong to a field or a slider that has them, except those of a clicker', () => {
    expect(['ArrowRight', ' ', 'b', 'Backspace'].map((key) => commandOf(key, true, 'field'))).toEqual(
      Array(4).fill(undefined)
    );
    expect(commandOf('PageDown', true, 'field')).toBe('next');
    // A slider keeps what moves it, and no more: after a drag Backspace goes back.
    expect(['ArrowRight', 'Home'].map((key) => commandOf(key, true, 'slider'))).toEqual(
      Array(2).fill(undefined)
    );
    expect(['PageDown', 'Backspace', 'b'].map((key) => commandOf(key, true, 'slider'))).toEqual([
      'next',
      'back',
      'black'
    ]);
  });

  test('[S23] digits name a scene that is there', () => {
    expect([sceneOf('3', 3), sceneOf('4', 3), sceneOf('0', 3), sceneOf('', 3)]).toEqual([
      2,
      undefined,
      undefined,
      undefined
    ]);
  });
});

describe('a show', () => {
  test('[S24] goes on and back, to the ends and no further, and keeps where it is', () => {
    const { page, presenter } = room();
    presenter.command('previous');
    expect(presenter.show.at).toBe(0);
    presenter.command('next');
    expect([presenter.show.at, page.state, page.kept?.at]).toEqual([1, '#/deals?on=s1', 1]);
    presenter.command('last');
    presenter.command('next');
    expect(presenter.show.at).toBe(2);
    presenter.command('first');
    expect(presenter.show.at).toBe(0);
  });

  test('[S25] covered by black comes back with the same key or any other, without moving on', () => {
    const { presenter } = room();
    presenter.command('black');
    expect(presenter.cover).toBe('black');
    presenter.command('black');
    expect(presenter.cover).toBe('none');
    presenter.command('white');
    presenter.command('next');
    expect([presenter.cover, presenter.show.at]).toEqual(['none', 0]);
  });

  test('[S26] after a question comes back to the scene as it was, not as it was saved', () => {
    const { page, presenter } = room();
    page.state = '#/deals?on=s0&as=2025-12-01';
    presenter.command('ask');
    presenter.jump('#/timeline?on=event-x');
    presenter.jump('#/flows');
    expect([page.state, presenter.cover]).toEqual(['#/flows', 'none']);
    presenter.command('back');
    expect(page.state).toBe('#/deals?on=s0&as=2025-12-01');
    presenter.command('back');
    expect(page.state).toBe('#/deals?on=s0');
  });

  test('[S74] follows the browser’s steps to the nearest scene of that state, and leaves an answer that was stepped back from', () => {
    const { page, presenter } = room(4);
    presenter.go(2);
    presenter.arrive((state) => state === '#/deals?on=s1');
    expect([presenter.show.at, page.kept?.at]).toEqual([1, 1]);
    presenter.arrive((state) => state === '#/flows');
    expect(presenter.show.at).toBe(1);
    page.state = '#/deals?on=s1';
    presenter.jump('#/deals?on=s3');
    presenter.arrive((state) => state === '#/deals?on=s3');
    expect([presenter.show.at, presenter.asked]).toEqual([1, true]);
    presenter.arrive((state) => state === '#/deals?on=s1');
    expect([presenter.show.at, presenter.asked]).toEqual([1, false]);
    presenter.arrive((state) => /s[03]/.test(state));
    expect(presenter.show.at).toBe(0);
  });

  test('[S75] an answer is kept as one for a reload, and no longer once it was left', () => {
    const { page, presenter } = room();
    page.state = '#/deals?on=s0&as=2025-12-01';
    presenter.command('explore');
    presenter.jump('#/flows');
    expect(presenter.exploring).toBe(false);
    expect(page.kept?.before).toBe('#/deals?on=s0&as=2025-12-01');
    expect(new Presenter(page.kept!, { go: () => {}, state: () => '', keep: () => {} }).asked).toBe(true);
    presenter.go(1);
    expect(page.kept).not.toHaveProperty('before');
  });

  test('[S27] goes to the scene of a number, and Escape takes back one thing at a time', () => {
    const { presenter } = room(12);
    for (const key of ['1', '2', 'Enter']) presenter.digit(key);
    expect(presenter.show.at).toBe(11);
    // What names no scene begins anew; a number without a scene is said to have none.
    for (const key of ['1', '3']) presenter.digit(key);
    expect([presenter.digits, presenter.named]).toEqual(['3', 2]);
    presenter.digit('0');
    expect([presenter.digits, presenter.named]).toEqual(['0', undefined]);
    presenter.digit('9');
    presenter.command('explore');
    expect(presenter.command('leave')).toBeUndefined();
    expect([presenter.digits, presenter.exploring]).toEqual(['', false]);
    expect(presenter.command('leave')).toBe('leave');
  });
});
