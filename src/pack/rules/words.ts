import type { Fault } from '../fault.ts';
import { everyValue, rule } from './rule.ts';

/** Words of likelihood of the two usual scales and of plain speech; "May" in capitals is a month. */
export const HEDGES =
  /\b(?:[Mm]ight|may|(?:[Uu]n)?[Ll]ikely|(?:[Ii]m)?[Pp]robabl[ey]|(?:[Ii]m)?[Pp]ossibl[ey]|[Pp]erhaps|[Cc]ould|[Cc]onceivabl[ey]|[Aa]lmost (?:certain(?:ly)?|no chance)|[Nn]early certain(?:ly)?|[Rr]emote chance|(?:[Rr]oughly|[Aa]bout) even (?:chance|odds)|[Rr]ealistic possibility)\b/;

/** A judgement, and what the room is told in a scene, never carries a word of likelihood that we added. */
export const noLikelihoodWords = rule(['briefing', 'scenes'], ({ briefing, scenes }) =>
  [
    ...briefing.judgements.map(({ text }, i) => [`briefing.judgements[${i}].text`, text] as const),
    ...scenes.flatMap(({ title, caption }, i) => [
      [`scenes[${i}].title`, title] as const,
      [`scenes[${i}].caption`, caption] as const
    ])
  ].flatMap(([path, text]) => {
    const word = HEDGES.exec(text)?.[0];
    return word
      ? [{ path, value: word, what: 'word of likelihood', remedy: 'say it without; its author used none' }]
      : [];
  })
);

/** What was found but never verified does not ship: no text anywhere carries its mark. */
export const nothingUnverified = (raw: Readonly<Record<string, unknown>>): Fault[] =>
  [...everyValue(raw, '')].flatMap(([path, value]) =>
    typeof value === 'string' && /unverified/i.test(value)
      ? [{ path, value, what: 'unverified text:', remedy: 'verify it, or leave it out' }]
      : []
  );
