import { siteTotals } from '../flow/figures.ts';
import type { Element } from '../model/briefing.ts';
import type { Claim, Contradiction, RecordEntry } from '../model/claim.ts';
import type { Deal } from '../model/deal.ts';
import type { Entity } from '../model/entity.ts';
import { formatNumber, formatQuantity, shortUnit } from '../model/format.ts';
import type { Card, Flow, Lens, Sector, Site } from '../model/lens.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Target } from '../notes/revision.ts';
import { valueOn } from './noted.ts';

/** A figure of a record that can be noted by itself: the field that names it from edition to edition, its words, and its value. */
export type Figure = { field: string; label: string; text: string; value: number | string };

/** Every figure of a record that can be noted by itself, in the record's order. A field is made of what the figure is about, never of its place in a list. */
export function figuresOf({ kind, record, lens }: Entity): Figure[] {
  switch (kind) {
    case 'deal':
      return apart(
        (record as Deal).amounts.map((amount) =>
          figure(
            `amounts/${amount.kind}/${slug(amount.what)}`,
            `${amount.kind}, ${amount.what}`,
            amount.quantity
          )
        )
      );
    case 'claim':
    case 'record':
      return apart((record as Claim | RecordEntry).quantities.map(ofQuantity));
    case 'sector':
      return apart((record as Sector).quantities.map(({ quantity }) => ofQuantity(quantity)));
    case 'card':
      return [figure('value', (record as Card).title, (record as Card).quantity)];
    case 'contradiction':
      return apart(
        (record as Contradiction).readings.flatMap(({ label, quantity }) =>
          quantity ? [figure(`readings/${slug(label)}`, label, quantity)] : []
        )
      );
    case 'element':
      return (record as Element).prices.map((price) =>
        figure(`prices/${price.id}`, `price, ${price.market}, ${price.year}`, price.quantity)
      );
    case 'lens':
      return (record as Lens).shares.map((share) => figure(`shares/${share.id}`, share.text, share.quantity));
    case 'flow': {
      const { value, low, high } = record as Flow;
      return [
        tonnes('value', 'amount', value, lens),
        ...(low === undefined ? [] : [tonnes('low', 'lower end of the range', low, lens)]),
        ...(high === undefined ? [] : [tonnes('high', 'upper end of the range', high, lens)])
      ];
    }
    case 'site': {
      if (!lens) return [];
      const { through, into, out } = siteTotals(lens, (record as Site).id);
      return [
        tonnes('through', 'throughput', through, lens),
        ...((record as Site).role === 'inner'
          ? [tonnes('into', 'all that comes in', into, lens), tonnes('out', 'all that goes out', out, lens)]
          : [])
      ];
    }
    default:
      return [];
  }
}

/** A figure by its field, or undefined where this edition has it no more. */
export function figureOf(entity: Entity, field: string): Figure | undefined {
  return figuresOf(entity).find((one) => one.field === field);
}

/** What a note's author saw and what stands there now, in words; null where nothing was kept or nothing changed. */
export function changeOf(target: Target, entity: Entity): { was: string; now: string } | null {
  const { was, field } = target;
  if (was === undefined || field?.startsWith('note:')) return null;
  const now = field === undefined ? valueOn(entity) : figureOf(entity, field)?.value;
  if (now === was || (now === undefined && field === undefined)) return null;
  return { was: inWords(was), now: now === undefined ? 'no longer given' : inWords(now) };
}

const inWords = (value: number | string) => (typeof value === 'number' ? formatNumber(value) : value);
const slug = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

function figure(field: string, label: string, quantity: Quantity): Figure {
  const { value, high } = quantity;
  return {
    field,
    label,
    text: formatQuantity(quantity),
    value: high === undefined ? value : `${value}–${high}`
  };
}

function ofQuantity(quantity: Quantity): Figure {
  const about = [quantity.of, quantity.for].filter(Boolean).join(', ') || quantity.unit;
  return figure(`quantities/${slug(about)}`, about, quantity);
}

function tonnes(field: string, label: string, value: number, lens: Lens | undefined): Figure {
  const unit = lens ? ` ${shortUnit(lens.unit)}` : '';
  return { field, label, text: formatNumber(value, 0) + unit, value };
}

/** Fields that would be alike are told apart by the order in which they stand. */
function apart(figures: Figure[]): Figure[] {
  const seen = new Map<string, number>();
  return figures.map((one) => {
    const nth = (seen.get(one.field) ?? 0) + 1;
    seen.set(one.field, nth);
    return nth === 1 ? one : { ...one, field: `${one.field}-${nth}` };
  });
}
