import { describe, expect, test } from 'vitest';
import { readDeck, refusalOf, shownDeck, type Deck } from '../../src/model/deck.ts';
import { changedScene, movedScene, withoutScene, withScene } from '../../src/model/deckEdits.ts';
import { openedFrom } from '../../src/model/openedFrom.ts';

const scene = (id: string, hidden = false) => ({
  id,
  title: `Title ${id}`,
  caption: '',
  speaker: `secret ${id}`,
  state: '#/brief',
  hidden
});
const deck: Deck = { title: 'Mine', scenes: [scene('a'), scene('b', true), scene('c')] };
const ids = (one: Deck) => one.scenes.map(({ id }) => id).join('');

describe('a deck', () => {
  test('[S10] shows the room its scenes without those hidden and without a word of the speaker’s', () => {
    expect(shownDeck(deck).scenes.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(JSON.stringify(shownDeck(deck))).not.toContain('secret');
    // What another program marked the deck goes before the room with it.
    expect(shownDeck(deck, 'TLP:RED').marking).toBe('TLP:RED');
    expect(shownDeck(deck)).not.toHaveProperty('marking');
  });

  test('[S11] is read back as it was written', () => {
    expect(readDeck(JSON.stringify(deck))).toEqual({ deck });
  });

  test.each([
    ['no JSON', '{', 'it is not JSON'],
    ['no deck', '[]', 'title'],
    [
      'a scene that leaves the page',
      { ...deck, scenes: [{ ...scene('a'), state: 'javascript:alert(1)' }] },
      'scenes.0.state'
    ],
    [
      'a scene of the notes view',
      { ...deck, scenes: [{ ...scene('a'), state: '#/notes' }] },
      'scenes.0.state'
    ],
    ['a member nobody knows', { ...deck, more: 1 }, 'more'],
    [
      'two scenes with one id',
      { ...deck, scenes: [scene('a'), scene('a')] },
      'each scene has an id of its own'
    ],
    ['a title of 201 letters', { ...deck, title: 'a'.repeat(201) }, 'title']
  ])('[S12] that is %s is refused whole, with the place', (_name, value, place) => {
    const read = readDeck(typeof value === 'string' ? value : JSON.stringify(value));
    expect('fault' in read && read.fault).toContain(place);
  });

  test('[S12] tells two scenes with one id from too many', () => {
    expect(refusalOf({ ...deck, scenes: [scene('a'), scene('a')] })).toMatchObject({ what: 'shape' });
    const many = Array.from({ length: 201 }, (_, i) => scene(`s${i}`));
    expect(refusalOf({ ...deck, scenes: many })).toEqual({ what: 'scenes' });
  });

  test('[S13] is edited into a new one; the old one stays', () => {
    expect(ids(movedScene(deck, 0, 2))).toBe('bca');
    expect(ids(movedScene(deck, 2, 0))).toBe('cab');
    expect(movedScene(deck, 0, 3)).toBe(deck);
    expect(movedScene(deck, 0, -1)).toBe(deck);
    expect(ids(withScene(deck, 1, scene('x')))).toBe('axbc');
    expect(ids(withoutScene(deck, 1))).toBe('ac');
    expect(changedScene(deck, 1, { hidden: false }).scenes[1]!.hidden).toBe(false);
    expect(ids(deck)).toBe('abc');
  });
});

describe('where the page was opened from', () => {
  test.each([
    ['', '/C:/Users/a/lodestone.html', 'file:', 'drive'],
    ['server', '/share/lodestone.html', 'file:', 'share'],
    ['', '//server/share/lodestone.html', 'file:', 'share'],
    ['', '/home/a/lodestone.html', 'file:', 'disk'],
    ['localhost:5173', '/', 'http:', 'web']
  ] as const)('[S14] host "%s" with path %s (%s) is a %s', (host, path, protocol, from) => {
    expect(openedFrom(host, path, protocol)).toBe(from);
  });
});
