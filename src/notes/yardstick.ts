import type { Assess } from './schema.ts';

/** The two yardsticks a likelihood may stand on; it is stored with its scale and never turned into the other. */
export type Scale = Assess['scale'];
/** One step of a yardstick: the words for it and its range in per cent; `under` says that the upper end is not part of it. */
export type Step = { word: string; also?: readonly string[]; low: number; high: number; under?: true };
/** A yardstick with its steps from the least likely up, and where it is published. */
export type Yardstick = { title: string; source: string; steps: readonly Step[] };

/** The yardsticks as published; the gaps between the ranges of the first belong to it and are not filled. */
export const YARDSTICKS: Readonly<Record<Scale, Yardstick>> = {
  'PHIA-2025': {
    title: 'PHIA yardstick',
    source:
      'Professional Head of Intelligence Assessment (United Kingdom), Probability Yardstick, edition of 2025',
    steps: [
      { word: 'remote chance', low: 0, high: 5 },
      { word: 'highly unlikely', low: 10, high: 20 },
      { word: 'unlikely', low: 25, high: 35 },
      { word: 'realistic possibility', low: 40, high: 50, under: true },
      { word: 'likely', also: ['probable', 'probably'], low: 55, high: 75 },
      { word: 'highly likely', low: 80, high: 90 },
      { word: 'almost certain', also: ['almost certainly'], low: 95, high: 100 }
    ]
  },
  ICD203: {
    title: 'ICD 203',
    source:
      'Office of the Director of National Intelligence (United States), Intelligence Community Directive 203, Analytic Standards',
    steps: [
      { word: 'almost no chance', also: ['remote'], low: 1, high: 5 },
      { word: 'very unlikely', also: ['highly improbable'], low: 5, high: 20 },
      { word: 'unlikely', also: ['improbable', 'improbably'], low: 20, high: 45 },
      { word: 'roughly even chance', also: ['roughly even odds', 'roughly even'], low: 45, high: 55 },
      { word: 'likely', also: ['probable', 'probably'], low: 55, high: 80 },
      { word: 'very likely', also: ['highly probable'], low: 80, high: 95 },
      {
        word: 'almost certain',
        also: ['almost certainly', 'nearly certain', 'nearly certainly'],
        low: 95,
        high: 99
      }
    ]
  }
};
/** The yardsticks' names in the order in which they are offered; the first is the usual one. */
export const SCALES = ['PHIA-2025', 'ICD203'] as const satisfies readonly Scale[];

/** How far the writer trusts the ground of an assessment; it says nothing of how likely the matter is. */
export const CONFIDENCES = [
  { word: 'low', means: 'scant, questionable or fragmented ground' },
  { word: 'moderate', means: 'credible ground, not enough corroborated' },
  { word: 'high', means: 'good ground from several sources' }
] as const;

/** Reliability of a source, the letter of a source grading (the Admiralty code, as in NATO's AJP-2.1). */
export const RELIABILITY: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged'
};
/** Credibility of what it says, the digit of a source grading (the Admiralty code, as in NATO's AJP-2.1). */
export const CREDIBILITY: Readonly<Record<string, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged'
};

/** The range of a step in words: "25–35 %", "40 to under 50 %". */
export function rangeInWords({ low, high, under }: Step): string {
  return under ? `${low} to under ${high}\u00a0%` : `${low}–${high}\u00a0%`;
}

/** The step of a yardstick that a stored word names, or undefined where the word is of another one. */
export function stepOf(scale: Scale, word: string): Step | undefined {
  return YARDSTICKS[scale].steps.find((step) => step.word === word || step.also?.includes(word));
}

/** A source grading in words: "B2, usually reliable, probably true". */
export function gradingInWords(grade: string): string {
  return [grade, RELIABILITY[grade.charAt(0)], CREDIBILITY[grade.charAt(1)]].filter(Boolean).join(', ');
}

/** An assessment as separate statements, each true by itself, so that likelihood and confidence never share a sentence. */
export function assessInWords(assess: Assess): string[] {
  const { likelihood, scale, confidence, source } = assess;
  const said: string[] = [];
  if (likelihood) {
    const step = stepOf(scale, likelihood);
    said.push(
      `Likelihood: ${likelihood} (${step ? `${rangeInWords(step)}, ` : ''}${YARDSTICKS[scale].title})`
    );
  }
  if (confidence) said.push(`Confidence: ${confidence}`);
  if (source) said.push(`Source: ${gradingInWords(source)}`);
  return said;
}
