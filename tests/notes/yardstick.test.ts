import { describe, expect, test } from 'vitest';
import {
  assessInWords,
  CONFIDENCES,
  CREDIBILITY,
  gradingInWords,
  rangeInWords,
  RELIABILITY,
  SCALES,
  stepOf,
  YARDSTICKS
} from '../../src/notes/yardstick.ts';

const table = (scale: (typeof SCALES)[number]) =>
  YARDSTICKS[scale].steps.map((step) => [step.word, step.low, step.high]);

describe('the yardsticks', () => {
  test('[N20] PHIA 2025 has its seven steps, and the gaps between their ranges stay open', () => {
    expect(table('PHIA-2025')).toEqual([
      ['remote chance', 0, 5],
      ['highly unlikely', 10, 20],
      ['unlikely', 25, 35],
      ['realistic possibility', 40, 50],
      ['likely', 55, 75],
      ['highly likely', 80, 90],
      ['almost certain', 95, 100]
    ]);
    const { steps } = YARDSTICKS['PHIA-2025'];
    for (const [i, step] of steps.entries()) if (i) expect(step.low).toBeGreaterThan(steps[i - 1]!.high);
    expect(rangeInWords(stepOf('PHIA-2025', 'realistic possibility')!)).toBe('40 to under 50\u00a0%');
  });

  test('[N20] ICD 203 has its seven steps, whose ranges touch', () => {
    expect(table('ICD203')).toEqual([
      ['almost no chance', 1, 5],
      ['very unlikely', 5, 20],
      ['unlikely', 20, 45],
      ['roughly even chance', 45, 55],
      ['likely', 55, 80],
      ['very likely', 80, 95],
      ['almost certain', 95, 99]
    ]);
  });

  test('[N20] a word is read on its own scale and never on the other', () => {
    expect(stepOf('PHIA-2025', 'unlikely')?.high).toBe(35);
    expect(stepOf('ICD203', 'unlikely')?.high).toBe(45);
    expect(stepOf('PHIA-2025', 'very likely')).toBeUndefined();
    expect(stepOf('PHIA-2025', 'probably')?.word).toBe('likely');
  });

  test('[N20] each yardstick says where it is published', () => {
    for (const scale of SCALES) expect(YARDSTICKS[scale].source).toMatch(/United (Kingdom|States)/);
  });
});

describe('an assessment in words', () => {
  test('[N21] likelihood, confidence and source are never in one statement', () => {
    const said = assessInWords({
      likelihood: 'unlikely',
      scale: 'ICD203',
      confidence: 'low',
      source: 'B2'
    });
    expect(said).toEqual([
      'Likelihood: unlikely (20–45\u00a0%, ICD 203)',
      'Confidence: low',
      'Source: B2, usually reliable, probably true'
    ]);
  });

  test('[N21] a word of another release is shown as stored, without a range', () => {
    expect(assessInWords({ likelihood: 'fairly likely', scale: 'PHIA-2025' })).toEqual([
      'Likelihood: fairly likely (PHIA yardstick)'
    ]);
    expect(assessInWords({ scale: 'PHIA-2025' })).toEqual([]);
  });

  test('[N21] reliability has six letters, credibility six digits, confidence three words', () => {
    expect(Object.keys(RELIABILITY).join('')).toBe('ABCDEF');
    expect(Object.keys(CREDIBILITY).join('')).toBe('123456');
    expect(CONFIDENCES.map(({ word }) => word)).toEqual(['low', 'moderate', 'high']);
    expect(gradingInWords('F6')).toBe('F6, reliability cannot be judged, truth cannot be judged');
  });
});
