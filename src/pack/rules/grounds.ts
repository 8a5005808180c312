import type { Fault } from '../fault.ts';
import { everyValue, rule } from './rule.ts';

/** No paragraph without a claim. */
export const paragraphsHaveClaims = rule(['briefing', 'claims'], ({ briefing, claims }) => {
  const spoken = new Set<string>(claims.map((claim) => claim.paragraph));
  return briefing.paragraphs.flatMap((p, i) =>
    spoken.has(p.id)
      ? []
      : [
          {
            path: `briefing.paragraphs[${i}]`,
            value: p.id,
            what: 'no claim of paragraph',
            remedy: 'add at least one to claims'
          }
        ]
  );
});

/** No deal or event that nothing stands behind. */
export const everythingIsGrounded = rule(['deals', 'events'], ({ deals, events }) => {
  const bare = (path: string, value: string, remedy: string): Fault => ({
    path,
    value,
    what: 'nothing stands behind',
    remedy
  });
  return [
    ...deals.flatMap((deal, i) => {
      if (deal.named === 'briefing')
        return deal.claims.length
          ? []
          : [bare(`deals[${i}].claims`, deal.id, 'name the claims of the briefing that mention it')];
      return deal.record.length + deal.sources.length
        ? []
        : [bare(`deals[${i}].sources`, deal.id, 'name a record entry or a source')];
    }),
    ...events.flatMap((event, i) =>
      event.claims.length + event.record.length + event.sources.length
        ? []
        : [bare(`events[${i}].sources`, event.id, 'name a claim, a record entry or a source')]
    )
  ];
});

/** A verdict of the record says when it was reached and by which sources; "not checked" has neither day nor verdict. */
export const verdictsAreDated = rule(['record'], ({ record }) =>
  record.flatMap((entry, i) => {
    const checked = entry.verdict !== 'not checked';
    const faults: Fault[] = [];
    if (checked !== (entry.checked !== undefined))
      faults.push({
        path: `record[${i}].checked`,
        value: entry.checked,
        what: `verdict "${entry.verdict}" with check date`,
        remedy: 'a verdict has the day of its check; "not checked" has none'
      });
    if (checked && entry.sources.length === 0)
      faults.push({
        path: `record[${i}].sources`,
        value: entry.sources,
        what: `verdict "${entry.verdict}" with sources`,
        remedy: 'name what was read, or call it "not checked"'
      });
    return faults;
  })
);

/** Figures of contradictions are somebody's: a claim's or the record's. */
export const readingsHaveVoices = rule(['contradictions'], ({ contradictions }) =>
  contradictions.flatMap((contest, c) =>
    contest.readings.flatMap((reading, r) =>
      reading.quantity && !reading.claim && !reading.record
        ? [
            {
              path: `contradictions[${c}].readings[${r}].quantity`,
              value: reading.quantity.value,
              what: 'figure without ground:',
              remedy: 'name the claim or the record entry that gives it'
            }
          ]
        : []
    )
  )
);

/** What is stated names its paragraph, all else its sources; a range ends above its start. Holds wherever a ground or a quantity stands. */
export const figuresAreSound = (raw: Readonly<Record<string, unknown>>): Fault[] => {
  const faults: Fault[] = [];
  for (const [path, value] of everyValue(raw, '')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue;
    const { kind, sources, paragraph, value: low, high, unit } = value as Record<string, unknown>;
    if (path.endsWith('ground') && kind === 'stated' && paragraph === undefined)
      faults.push({
        path: `${path}.paragraph`,
        value: paragraph,
        what: 'stated figure without ground:',
        remedy: 'name the paragraph of the briefing that states it'
      });
    if (
      path.endsWith('ground') &&
      kind !== 'stated' &&
      Array.isArray(sources) &&
      sources.length === 0 &&
      paragraph
    )
      faults.push({
        path: `${path}.sources`,
        value: sources,
        what: `${String(kind)} figure without ground:`,
        remedy: 'name a source; what only the briefing says is "stated"'
      });
    if (unit !== undefined && typeof low === 'number' && typeof high === 'number' && high < low)
      faults.push({
        path: `${path}.high`,
        value: high,
        what: 'range ends below its start:',
        remedy: `it starts at ${low}`
      });
  }
  return faults;
};
