import { YARDSTICKS } from './yardstick.ts';

/** Something in a text a writer may want to look at again; it never stands in the way of saving. */
export type Hint = { what: 'both' | 'word'; words: string };

const yardstickWords = Object.values(YARDSTICKS)
  .flatMap(({ steps }) => steps.flatMap((step) => [step.word, ...(step.also ?? [])]))
  .filter((word) => word !== 'remote') // Alone it says "far away" more often than "hardly likely".
  .concat('highly improbable', 'realistic probability')
  .sort((a, b) => b.length - a.length);

/** Words of likelihood that stand on neither yardstick. "May" with a capital is left alone: it is a month. */
const LOOSE = [
  'might',
  'may',
  'perhaps',
  'maybe',
  'possible',
  'possibly',
  'possibility',
  'plausible',
  'plausibly',
  'conceivable',
  'conceivably',
  'presumably',
  'potentially',
  'doubtful',
  'doubtless',
  'undoubtedly',
  'certain to',
  'certainly',
  'definitely',
  'surely',
  'odds-on',
  'fifty-fifty',
  '50-50',
  '50/50',
  'good chance',
  'fair chance',
  'some chance',
  'a chance',
  'the chances are',
  'the odds are',
  'in all likelihood',
  'more likely than not',
  'quite likely',
  'fairly likely',
  'rather unlikely',
  'quite unlikely',
  'cannot be ruled out',
  'cannot rule out'
].sort((a, b) => b.length - a.length);

const anyOf = (words: readonly string[], flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, flags);
const ON_YARDSTICK = anyOf(yardstickWords, 'giu');
const OFF_YARDSTICK = anyOf(LOOSE, 'gu');
const CONFIDENCE =
  /(?<!\p{L})(?:(?:low|moderate|medium|high|little|great|some) confidence|confidence (?:is|in|that|level)|(?:are|am|is|remain|be|fairly|very|highly) confident)(?!\p{L})/iu;

/**
 * What a writer may want to change in a text: sentences that hold both likelihood and confidence, each at its length,
 * and words of likelihood that are on neither yardstick, each once.
 */
export function hintsOf(text: string): Hint[] {
  const hints: Hint[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/u)) {
    const rest = blanked(sentence);
    const likelihood = rest !== sentence || OFF_YARDSTICK.test(lowered(rest));
    OFF_YARDSTICK.lastIndex = 0;
    if (likelihood && CONFIDENCE.test(sentence)) hints.push({ what: 'both', words: sentence.trim() });
    for (const [word] of lowered(rest).matchAll(OFF_YARDSTICK))
      if (!hints.some((hint) => hint.what === 'word' && hint.words === word))
        hints.push({ what: 'word', words: word });
  }
  return hints;
}

/** The text with loose words longer than a yardstick word that they hold left alone, and yardstick words taken out. */
function blanked(sentence: string): string {
  const kept: string[] = [];
  const shielded = lowered(sentence).replace(
    anyOf(
      LOOSE.filter((word) => word.includes('likely')),
      'gu'
    ),
    (word) => `\u0000${kept.push(word) - 1}\u0000`
  );
  const bare = shielded.replace(ON_YARDSTICK, '\u0001');
  const back = bare.replace(/\0(\d+)\0/gu, (_, at: string) => kept[Number(at)]!);
  return bare === lowered(sentence) ? sentence : back;
}

/** In lower case, but for "May". */
const lowered = (text: string) =>
  text.replace(/\p{L}+/gu, (word) => (word === 'May' ? word : word.toLowerCase()));
