import type { Fault } from '../fault.ts';
import { everyValue, rule } from './rule.ts';

/** Members that a reader sees as a name or a sentence, so that none may be blank. */
const SAID = /\.(?:title|headline|summary|publisher|licence|name|full|statement|topic|date)$/;

/** No title, summary, publisher, licence or other name of a record is blank. */
export const nothingIsBlank = (raw: Readonly<Record<string, unknown>>): Fault[] =>
  [...everyValue(raw, '')].flatMap(([path, value]) =>
    typeof value === 'string' && !value.trim() && SAID.test(path)
      ? [{ path, value, what: 'blank:', remedy: 'write it, or take the record away' }]
      : []
  );

/** Money and tonnes are never less than nothing, wherever a quantity stands. */
export const amountsArePositive = (raw: Readonly<Record<string, unknown>>): Fault[] =>
  [...everyValue(raw, '')].flatMap(([path, value]) => {
    const { value: amount, unit } = (value ?? {}) as Record<string, unknown>;
    if (typeof amount !== 'number' || typeof unit !== 'string') return [];
    if (amount >= 0 || !/^(?:US\$|M?t\b|kg)/.test(unit)) return [];
    return [
      {
        path: `${path}.value`,
        value: amount,
        what: `${unit} below zero:`,
        remedy: 'say in words what was lost'
      }
    ];
  });

/** A share of a lens is a part of its base, never more than all of it. */
export const sharesArePartial = rule(['lenses'], ({ lenses }) =>
  lenses.flatMap((lens, l) =>
    lens.shares.flatMap(({ quantity: { value, high = value, unit } }, i) =>
      unit === '%' && (value < 0 || high > 100)
        ? [
            {
              path: `lenses[${l}].shares[${i}].quantity`,
              value: high > 100 ? high : value,
              what: 'share outside 0 to 100 %:',
              remedy: 'correct it, or give it as a card with what it is compared with'
            }
          ]
        : []
    )
  )
);

/** What was read can be found again: a source has an address, but for the briefing itself and what another source relays. */
export const sourcesCanBeFound = rule(['sources'], ({ sources }) =>
  sources.flatMap(({ id, address, readAs }, i) =>
    address?.trim() || id === 'briefing' || readAs === 'relayed' || readAs === 'second-hand'
      ? []
      : [
          {
            path: `sources[${i}].address`,
            value: address,
            what: 'source that nobody can find, its address is',
            remedy: 'give the address or the archive in which it was read, or say in "readAs" who relays it'
          }
        ]
  )
);
