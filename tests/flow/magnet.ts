/**
 * The figures of the magnet lens of 2024 (t of Nd, Pr, Dy and Tb as metal) as triples, from
 * tests/fixtures/flow/magnet-2024.json.
 */
import { readFileSync } from 'node:fs';

/** The lens as a graph whose flows carry their kind of figure. */
export const magnet = JSON.parse(
  readFileSync(new URL('../fixtures/flow/magnet-2024.json', import.meta.url), 'utf8')
) as {
  sites: { id: string; stage: number; apart?: true }[];
  flows: {
    id: string;
    from: string;
    to: string;
    value: number;
    kind: 'observed' | 'derived' | 'estimated' | 'residual';
  }[];
};
