import * as v from 'valibot';

/** The units a figure may have. Tonnes are metric; REO = rare-earth oxide equivalent; US$ are nominal, as announced. */
const UNITS = [
  't REO',
  't metal',
  't product',
  't oxide',
  'Mt',
  't',
  't/yr',
  'kg',
  'US$ bn',
  'US$ M',
  'US$/kg',
  'US$ bn/yr',
  '%',
  'times',
  'years',
  'months',
  'days',
  'companies',
  'projects',
  'technologies',
  'places',
  'agreements',
  'elements',
  'reactors'
] as const;

/** One of the known units. */
export const Unit = v.picklist(UNITS, `one of the known units: ${UNITS.join(', ')}`);
export type Unit = v.InferOutput<typeof Unit>;

/** What units of tonnes weigh, in words. */
const WEIGHED: Partial<Record<Unit, string>> = {
  't REO': 'rare-earth oxide',
  't metal': 'contained metal',
  't product': 'product',
  't oxide': 'oxide'
};

/** A unit of tonnes within a sentence: "tonnes of contained metal"; where nothing is said of what they weigh, "tonnes". */
export const tonnesInWords = (unit: Unit): string =>
  WEIGHED[unit] ? `tonnes of ${WEIGHED[unit]}` : 'tonnes';

const finite = v.pipe(v.number('a number'), v.finite('a finite number'));

/**
 * An amount as somebody stated or measured it. `high` makes it a range from `value` to `high`;
 * `qualifier` keeps the author's hedge ("about", "up to"); `of` says what is counted, `for` the year or period it is about.
 */
export const Quantity = v.strictObject({
  value: finite,
  high: v.optional(finite),
  unit: Unit,
  qualifier: v.optional(
    v.picklist([
      'about',
      'up to',
      'at least',
      'more than',
      'less than',
      'almost',
      'some',
      'hundreds of millions',
      'dozens'
    ])
  ),
  of: v.optional(v.string()),
  for: v.optional(v.string())
});
export type Quantity = v.InferOutput<typeof Quantity>;
