import { describe, expect, test } from 'vitest';
import { hintsOf } from '../../src/notes/hints.ts';

const words = (text: string) => hintsOf(text).map((hint) => hint.words);

describe('hints while writing', () => {
  test.each([
    'It is likely, with low confidence, that the licence lapses.',
    'We are confident that a strike is almost certain.',
    'A realistic possibility; moderate confidence.',
    'Confidence is high that it will probably pass.'
  ])('[N22] one sentence with likelihood and confidence is told: %s', (text) => {
    expect(hintsOf(text).filter((hint) => hint.what === 'both')).toHaveLength(1);
  });

  test.each([
    'It is likely that the licence lapses. Confidence is low, since one source says so.',
    'It is highly unlikely.\nWe have moderate confidence in the source.',
    'Business confidence fell in Tokyo.',
    'A confidential annex is unlikely.'
  ])('[N22] two sentences, or another confidence, are left alone: %s', (text) => {
    expect(hintsOf(text)).toEqual([]);
  });

  test.each([
    ['It might lapse.', 'might'],
    ['It may lapse.', 'may'],
    ['A possible delay.', 'possible'],
    ['Perhaps in spring.', 'perhaps'],
    ['It is fairly likely.', 'fairly likely'],
    ['More likely than not it lapses.', 'more likely than not'],
    ['There is a good chance.', 'good chance'],
    ['It is certainly so.', 'certainly'],
    ['A 50/50 matter.', '50/50']
  ])('[N23] a word on neither yardstick is named: %s', (text, word) => {
    expect(words(text)).toEqual([word]);
  });

  test.each([
    'A realistic possibility.',
    'A remote chance.',
    'Almost no chance of it.',
    'It is highly likely and the rest unlikely.',
    'A roughly even chance.',
    'Signed in May 2025.',
    'The mighty river.',
    'It is impossible to say.',
    'Almost certainly.',
    ''
  ])('[N23] words of a yardstick, months and other words are left alone: %s', (text) => {
    expect(hintsOf(text)).toEqual([]);
  });

  test('[N23] the same word is named once', () => {
    expect(words('It might, and it might not. Might it?')).toEqual(['might']);
  });
});
