import type { Fault } from '../fault.ts';
import { ENTITY_TABLES } from '../ids.ts';
import type { Tables } from '../tables.ts';
import { rule } from './rule.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** Days, years and the numbers of announcements are no figures. */
const NO_FIGURE = [
  new RegExp(`\\b\\d{1,2} ${MONTH}(?: \\d{4})?`, 'g'),
  /\b(?:19|20)\d{2}\b/g,
  /\bNos?\.? ?\d+(?: to \d+)?\b/g
];
const NUMBER = /\d+(?:[,\u202f\u00a0]\d{3})*(?:\.\d+)?/g;

const numbersIn = (text: string): string[] =>
  (text.match(NUMBER) ?? []).map((number) => String(Number(number.replace(/[,\u202f\u00a0]/g, ''))));

/** Figures in a text that none of the records holds, as they stand there. */
export function groundlessFigures(text: string, records: readonly unknown[]): string[] {
  const held = new Set(records.flatMap((record) => numbersIn(JSON.stringify(record))));
  const bare = NO_FIGURE.reduce((left, pattern) => left.replace(pattern, ''), text);
  return numbersIn(bare).filter((number) => !held.has(number));
}

/** The records that a scene names, of whatever table. */
export function recordsOf(
  tables: Pick<Tables, (typeof ENTITY_TABLES)[number] | 'briefing'>,
  ids: readonly string[]
): unknown[] {
  const all = ENTITY_TABLES.flatMap((name) => tables[name] as readonly { id: string }[]);
  return [...all, ...tables.briefing.paragraphs].filter((record) => ids.includes(record.id));
}

/** No figure in a scene's title or caption that the records it names do not hold. */
export const sceneFiguresAreGrounded = rule(['briefing', ...ENTITY_TABLES], (tables) =>
  tables.scenes.flatMap((scene, s) => {
    const records = recordsOf(tables, scene.records);
    return (['title', 'caption'] as const).flatMap((name): Fault[] =>
      groundlessFigures(scene[name], records).map((figure) => ({
        path: `scenes[${s}].${name}`,
        value: figure,
        what: 'figure without ground:',
        remedy: 'name the record that holds it in "records", or leave it out'
      }))
    );
  })
);
