import { describe, expect, test } from 'vitest';
import { packOf } from '../../src/pack/indexed.ts';
import { openPack } from '../../src/pack/pack.ts';
import { REFERENCES } from '../../src/pack/references.ts';
import type { Tables } from '../../src/pack/tables.ts';
import { at, GONE, put, said, seeds, type Json } from './seeds.ts';

type Change = readonly [path: string, value: Json | typeof GONE];
type Mutation = readonly [rule: string, changes: readonly Change[], lines: readonly string[]];
const one = (rule: string, path: string, value: Json | typeof GONE, ...lines: string[]): Mutation => [
  rule,
  [[path, value]],
  lines
];

/** Puts one more record at the end of a list; "%" in its lines stands for the record's path. */
const more = (rule: string, list: string, value: Json, ...lines: string[]): Mutation => {
  const path = `${list}[${(at(seeds(), list) as Json[]).length}]`;
  return [rule, [[path, value]], lines.map((text) => text.replace('%', path))];
};

/** Well-formed ids that nothing has, for tables whose ids have a form of their own. */
const NOTHING: Record<string, string> = { places: 'ZZZ', paragraphs: 's99p99', judgements: 's99p99' };

/** Where a path such as "deals[].parties[]" first leads to something. */
function first(value: Json, pattern: string, here = ''): string | undefined {
  const [step = '', ...rest] = pattern.split('.');
  const name = step.replace('[]', '');
  const next = (value as Record<string, Json>)[name];
  if (next === undefined) return undefined;
  const path = here ? `${here}.${name}` : name;
  if (!step.endsWith('[]')) return rest.length ? first(next, rest.join('.'), path) : path;
  for (const [i, item] of (next as Json[]).entries()) {
    const found = rest.length ? first(item, rest.join('.'), `${path}[${i}]`) : `${path}[${i}]`;
    if (found !== undefined) return found;
  }
  return undefined;
}

const SHAPES: readonly Mutation[] = [
  one(
    '[P10] a day that does not exist',
    'deals[0].states[0].from',
    '2025-02-30',
    'deals[0].states[0].from: not allowed here: "2025-02-30" (expected a day that exists in the calendar)'
  ),
  one(
    '[P10] a day not in ISO form',
    'briefing.asOf',
    '5 November 2025',
    'briefing.asOf: not allowed here: "5 November 2025" (expected a day such as "2025-10-28")'
  ),
  one(
    '[P11] an interval that ends before it starts',
    'events[0].when',
    { from: '2025-04-05', to: '2025-04-04', precision: 'days' },
    'events[0].when: not allowed here: {"from":"2025-04-05","to":"2025-04-04","precision":"days"} (expected "from" must not be later than "to")'
  ),
  one(
    '[P12] a precision that is none',
    'events[0].when.precision',
    'roughly',
    'events[0].when.precision: not allowed here: "roughly" (expected ("day" | "days" | "month" | "year" | "by" | "after" | "about"))'
  ),
  one(
    '[P13] a unit that is not known',
    'cards[0].quantity.unit',
    't rare earths',
    'cards[0].quantity.unit: not allowed here: "t rare earths" (expected one of the known units: t REO, t metal, t product, t oxide, Mt, t, t/yr, kg, US$ bn, US$ M, US$/kg, US$ bn/yr, %, times, years, months, days, companies, projects, technologies, places, agreements, elements, reactors)'
  ),
  one(
    '[P13] an infinite quantity (JSON reads 1e999 so)',
    'cards[0].quantity.value',
    Infinity,
    'cards[0].quantity.value: not allowed here: Infinity (expected a finite number)'
  ),
  one(
    '[P13] a qualifier that is not known',
    'cards[0].quantity.qualifier',
    'maybe',
    'cards[0].quantity.qualifier: not allowed here: "maybe" (expected ("about" | "up to" | "at least" | "more than" | "less than" | "almost" | "some" | "hundreds of millions" | "dozens"))'
  ),
  one(
    '[P14] a negative flow',
    'lenses[0].flows[0].value',
    -1,
    'lenses[0].flows[0].value: not allowed here: -1 (expected zero or more: turn a negative flow round)'
  ),
  one(
    '[P14] a flow that is not finite',
    'lenses[0].flows[0].value',
    Infinity,
    'lenses[0].flows[0].value: not allowed here: Infinity (expected a finite number)'
  ),
  one(
    '[P15] a place in lower case',
    'places[0].id',
    'chn',
    'places[0].id: not allowed here: "chn" (expected an ISO 3166-1 alpha-3 code such as "JPN", or an aggregate such as "x-row")'
  ),
  one(
    '[P15] an organisation in capitals',
    'organisations[0].id',
    'MOFCOM',
    'organisations[0].id: not allowed here: "MOFCOM" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a deal with a space',
    'deals[0].id',
    'deal one',
    'deals[0].id: not allowed here: "deal one" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] an element in capitals',
    'elements[0].id',
    'el-La',
    'elements[0].id: not allowed here: "el-La" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a source with an underscore',
    'sources[0].id',
    's_1',
    'sources[0].id: not allowed here: "s_1" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a claim that is empty',
    'claims[0].id',
    '',
    'claims[0].id: not allowed here: "" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] an event in capitals',
    'events[0].id',
    'Event',
    'events[0].id: not allowed here: "Event" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a measure that ends in a hyphen',
    'measures[0].id',
    'measure-',
    'measures[0].id: not allowed here: "measure-" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a record entry in capitals',
    'record[0].id',
    'E01',
    'record[0].id: not allowed here: "E01" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a contradiction in capitals',
    'contradictions[0].id',
    'Contest',
    'contradictions[0].id: not allowed here: "Contest" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a gap in capitals',
    'unknowns[0].id',
    'Unknown',
    'unknowns[0].id: not allowed here: "Unknown" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a sector in capitals',
    'sectors[0].id',
    'Sector',
    'sectors[0].id: not allowed here: "Sector" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a card in capitals',
    'cards[0].id',
    'Card',
    'cards[0].id: not allowed here: "Card" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a lens in capitals',
    'lenses[0].id',
    'Magnet-2024',
    'lenses[0].id: not allowed here: "Magnet-2024" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a site in capitals',
    'lenses[0].sites[0].id',
    'SRC',
    'lenses[0].sites[0].id: not allowed here: "SRC" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a flow in capitals',
    'lenses[0].flows[0].id',
    'R01',
    'lenses[0].flows[0].id: not allowed here: "R01" (expected an id in lower case: letters, digits, "-" and ".")'
  ),
  one(
    '[P15] a paragraph of another form',
    'briefing.paragraphs[0].id',
    'intro',
    'briefing.paragraphs[0].id: not allowed here: "intro" (expected a paragraph id such as "t1", "p0" or "s1p1")'
  ),
  one(
    '[P16] a fingerprint that is too short',
    'briefing.paragraphs[0].sha256',
    'abc',
    'briefing.paragraphs[0].sha256: not allowed here: "abc" (expected a SHA-256 in 64 hex digits)'
  ),
  one(
    '[P17] a deal with one party',
    'deals[0].parties',
    ['USA'],
    'deals[0].parties: not allowed here: ["USA"] (expected at least two parties)'
  ),
  one(
    '[P17] a deal without a state',
    'deals[0].states',
    [],
    'deals[0].states: not allowed here: [] (expected at least one state)'
  ),
  one(
    '[P17] a control without a state',
    'measures[0].states',
    [],
    'measures[0].states: not allowed here: [] (expected at least one state)'
  ),
  one(
    '[P17] a contradiction with one reading',
    'contradictions[0].readings',
    [],
    'contradictions[0].readings: not allowed here: [] (expected two readings)'
  ),
  one(
    '[P18] a figure without any ground',
    'cards[0].ground',
    { kind: 'observed', sources: [] },
    'cards[0].ground: not allowed here: {"kind":"observed","sources":[]} (expected at least one source or a paragraph of the briefing)'
  ),
  one(
    '[P18] a derived figure without arithmetic',
    'cards[0].ground',
    { kind: 'derived', sources: ['s01'] },
    'cards[0].ground: not allowed here: {"kind":"derived","sources":["s01"]} (expected a derived figure needs its "arithmetic")'
  ),
  one(
    '[P18] an estimated figure without its assumption',
    'cards[0].ground',
    { kind: 'estimated', sources: ['s01'] },
    'cards[0].ground: not allowed here: {"kind":"estimated","sources":["s01"]} (expected an estimated figure needs its "assumption")'
  ),
  one(
    '[P18] a residual figure without arithmetic',
    'cards[0].ground',
    { kind: 'residual', sources: ['s01'] },
    'cards[0].ground: not allowed here: {"kind":"residual","sources":["s01"]} (expected a residual figure needs its "arithmetic")'
  ),
  one(
    '[P19] a state that is none',
    'deals[0].states[0].state',
    'active',
    'deals[0].states[0].state: not allowed here: "active" (expected ("hoped" | "pledged" | "announced" | "agreed" | "signed" | "in force" | "suspended" | "expired" | "ended" | "not known"))'
  ),
  one(
    '[P19] a binding force that is none',
    'deals[0].binding',
    'maybe',
    'deals[0].binding: not allowed here: "maybe" (expected ("yes" | "no" | "disputed" | "not known"))'
  ),
  one(
    '[P19] an instrument that is none',
    'deals[0].instrument',
    'treaty',
    'deals[0].instrument: not allowed here: "treaty" (expected ("statement" | "letter of intent" | "memorandum" | "framework" | "agreement" | "order" | "contract" | "loan" | "measure" | "fact sheet" | "pledge"))'
  ),
  one(
    '[P19] a verdict that is none',
    'record[0].verdict',
    'true',
    'record[0].verdict: not allowed here: "true" (expected ("confirmed" | "imprecise" | "contradicted" | "not confirmed" | "opinion" | "not checked"))'
  ),
  one(
    '[P19] a kind of claim that is none',
    'claims[0].kind',
    'opinion',
    'claims[0].kind: not allowed here: "opinion" (expected ("fact" | "reported claim" | "judgement" | "assumption"))'
  ),
  one(
    '[P19] a kind of figure that is none',
    'cards[0].ground.kind',
    'guessed',
    'cards[0].ground.kind: not allowed here: "guessed" (expected ("stated" | "observed" | "derived" | "estimated" | "residual"))'
  ),
  one(
    '[P19] a way of reading that is none',
    'sources[0].readAs',
    'skimmed',
    'sources[0].readAs: not allowed here: "skimmed" (expected ("full text" | "full text (translation)" | "converted copy" | "relayed" | "second-hand" | "in part" | "not read"))'
  ),
  one(
    '[P19] a stage that is none',
    'lenses[0].sites[0].stage',
    'smelting',
    'lenses[0].sites[0].stage: not allowed here: "smelting" (expected ("secondary" | "mine" | "separation" | "market" | "use" | "unused"))'
  ),
  one(
    '[P20] a point beyond the pole',
    'places[0].point',
    [0, 91],
    'places[0].point[1]: not allowed here: 91 (expected <=90)'
  ),
  one(
    '[P20] a point with one coordinate',
    'places[0].point',
    [0],
    'places[0].point[1]: missing member, found nothing (expected number)'
  ),
  one(
    '[P20] a tone that is not kept',
    'places[0].tone',
    6,
    'places[0].tone: not allowed here: 6 (expected (1 | 2 | 3 | 4 | 5))'
  ),
  one(
    '[P21] a column before the first',
    'lenses[0].stages[0].column',
    -1,
    'lenses[0].stages[0].column: not allowed here: -1 (expected >=0)'
  ),
  one(
    '[P21] half a year',
    'lenses[0].year',
    2024.5,
    'lenses[0].year: not allowed here: 2024.5 (expected a whole number)'
  ),
  one(
    '[P22] a table that is missing',
    'sectors',
    GONE,
    'sectors: missing table, found nothing (add sectors.json, or [] if there is nothing in it)'
  ),
  one(
    '[P22] a table that is not known',
    'tariffs',
    [],
    'tariffs: unknown table "tariffs" (known tables: TABLES)'
  ),
  one(
    '[P22] a table named like a built-in member',
    'constructor',
    [],
    'constructor: unknown table "constructor" (known tables: TABLES)'
  ),
  one('[P22] a table that is null', 'places', null, 'places: not allowed here: null (expected Array)')
];

const ACROSS: readonly Mutation[] = [
  one(
    '[P31] a misspelt party',
    'deals[0].parties[1]',
    'JPX',
    'deals[0].parties[1]: unknown place "JPX" (did you mean "JPN"?)'
  ),
  one(
    '[P31] a misspelt source of a ground',
    'cards[0].ground.sources[0]',
    's099',
    'cards[0].ground.sources[0]: unknown source "s099" (did you mean "s09"?)'
  ),
  one(
    '[P31] a paragraph that a ground names',
    'deals[0].states[0].ground.paragraph',
    's9p9',
    'deals[0].states[0].ground.paragraph: unknown paragraph "s9p9" (did you mean "s1p1"?)'
  ),
  one(
    '[P31] a site that a deal names without its lens',
    'deals[0].sites[0]',
    'mine-usa',
    'deals[0].sites[0]: unknown site "mine-usa" (add it to the sites of a lens, as "lens/site", or take an id that stands there)'
  ),
  one(
    '[P31] a record that a judgement shows',
    'briefing.judgements[1].shows[0]',
    'measure-2025-19',
    'briefing.judgements[1].shows[0]: unknown record "measure-2025-19" (did you mean "measure-2025-18"?)'
  ),
  one(
    '[P31] a control of an element',
    'elements[4].controls[0]',
    'no-18',
    'elements[4].controls[0]: unknown measure "no-18" (add it to measures, or take an id that stands there)'
  ),
  one(
    '[P31] a claim of a sector',
    'sectors[0].claims[0]',
    'claim-x',
    'sectors[0].claims[0]: unknown claim "claim-x" (add it to claims, or take an id that stands there)'
  ),
  one(
    '[P31] a takeaway that is a paragraph and no judgement',
    'claims[0].takeaways[0]',
    'p0',
    'claims[0].takeaways[0]: unknown judgement "p0" (did you mean "t1"?)'
  ),
  one(
    '[P32] two records with one id',
    'cards[1].id',
    'card-magnets-china-2024',
    'cards[1].id: id already taken: "card-magnets-china-2024" (it stands at cards[0].id; give this record another)'
  ),
  more(
    '[P32] two records of different tables with one id',
    'unknowns',
    {
      id: 'card-magnets-china-2024',
      kind: 'gap',
      title: 'x',
      text: 'x',
      claims: [],
      takeaways: [],
      sources: ['s07']
    },
    'cards[0].id: id already taken: "card-magnets-china-2024" (it stands at %.id; give this record another)'
  ),
  one(
    '[P32] two flows of one lens',
    'lenses[0].flows[1].id',
    'r01',
    'lenses[0].flows[1].id: id already taken: "magnet-2024/r01" (it stands at lenses[0].flows[0].id; give this record another)'
  ),
  more(
    '[P32] two sites of one lens',
    'lenses[0].sites',
    { id: 'mine-row', stage: 'mine', name: 'x', full: 'x', role: 'source' },
    '%.id: id already taken: "magnet-2024/mine-row" (it stands at lenses[0].sites[5].id; give this record another)'
  ),
  more(
    '[P32] one stage twice',
    'lenses[0].stages',
    { id: 'mine', heading: 'Mined', column: 0 },
    '%.id: id already taken: "mine" (it stands at lenses[0].stages[1].id; give this record another)'
  ),
  one(
    '[P32] two weak points of different lenses',
    'lenses[1].weak[0].id',
    'weak-m24-market',
    'lenses[1].weak[0].id: id already taken: "weak-m24-market" (it stands at lenses[0].weak[0].id; give this record another)'
  ),
  one(
    '[P32] two shares',
    'lenses[0].shares[1].id',
    'share-m24-separated-china',
    'lenses[0].shares[1].id: id already taken: "share-m24-separated-china" (it stands at lenses[0].shares[0].id; give this record another)'
  ),
  one(
    '[P32] two prices',
    'elements[0].prices[1].id',
    'price-la-2024',
    'elements[0].prices[1].id: id already taken: "price-la-2024" (it stands at elements[0].prices[0].id; give this record another)'
  ),
  more(
    '[P32] two sections',
    'briefing.sections',
    { id: 's1', title: 'x' },
    '%.id: id already taken: "s1" (it stands at briefing.sections[2].id; give this record another)'
  ),
  more(
    '[P32] two judgements on one paragraph',
    'briefing.judgements',
    { id: 't1', text: 'x', view: 'deals' },
    '%.id: id already taken: "t1" (it stands at briefing.judgements[0].id; give this record another)'
  ),
  one(
    '[P33] an alias to nothing',
    'briefing.aliases',
    { 'deal-old': 'deal-gone' },
    'briefing.aliases.deal-old: alias that leads to no record: "deal-gone" (name an id of this edition; at most 10 steps, and none back to the start)'
  ),
  one(
    '[P33] aliases in a circle',
    'briefing.aliases',
    { a: 'b', b: 'a' },
    'briefing.aliases.a: alias that leads to no record: "b" (name an id of this edition; at most 10 steps, and none back to the start)',
    'briefing.aliases.b: alias that leads to no record: "a" (name an id of this edition; at most 10 steps, and none back to the start)'
  ),
  one(
    '[P33] an alias of an id in use',
    'briefing.aliases',
    { 'deal-usa-jpn-lng': 'deal-usa-jpn-investment', JPN: 'CHN' },
    'briefing.aliases.JPN: alias of an id that is in use, to "CHN" (remove it, or rename the record)'
  ),
  one(
    '[P33] an alias of eleven steps',
    'briefing.aliases',
    Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`old${i}`, i === 10 ? 'JPN' : `old${i + 1}`])),
    'briefing.aliases.old0: alias that leads to no record: "old1" (name an id of this edition; at most 10 steps, and none back to the start)'
  ),
  one(
    '[P34] a retired id that is in use',
    'briefing.retired',
    ['gone', 'JPN'],
    'briefing.retired[1]: retired id that is in use: "JPN" (it stands at places[2].id; take it off this list)'
  ),
  one(
    '[P35] a stage without a name',
    'lenses[0].stages[3].heading',
    ' ',
    'lenses[0].stages[3].heading: stage without a name, found " " (give it the heading that stands over its column)'
  ),
  one(
    '[P35] a stage without a column',
    'lenses[0].stages',
    (at(seeds(), 'lenses[0].stages') as Json[]).slice(0, 5),
    'lenses[0].sites[14].stage: stage without a column: "unused" (add it to lenses[0].stages)'
  ),
  one(
    '[P36] a flow from an unknown site',
    'lenses[0].flows[0].from',
    'mine-chm',
    'lenses[0].flows[0].from: unknown site "mine-chm" (did you mean "mine-chn"?)'
  ),
  more(
    '[P36] a flow against the stages',
    'lenses[0].flows',
    { id: 'r99', from: 'sep-chn', to: 'mine-chn', value: 0, ground: { kind: 'observed', sources: ['s07'] } },
    '%: flow against the order of the stages: "sep-chn → mine-chn" (turn it round, or move a stage to another column)'
  ),
  more(
    '[P36] a flow that goes nowhere',
    'lenses[0].flows',
    { id: 'r99', from: 'sep-chn', to: 'sep-chn', value: 0, ground: { kind: 'observed', sources: ['s07'] } },
    '%: flow against the order of the stages: "sep-chn → sep-chn" (turn it round, or move a stage to another column)'
  ),
  more('[P36] a flow of nothing passes', 'lenses[0].flows', {
    id: 'r99',
    from: 'mine-chn',
    to: 'sep-chn',
    value: 0,
    ground: { kind: 'observed', sources: ['s07'] }
  }),
  one(
    '[P37] a flow below its range',
    'lenses[0].flows[0].low',
    999999,
    'lenses[0].flows[0].value: outside its own range: 45787 (its range is 999999 to open; correct one of the three)'
  ),
  one(
    '[P37] a flow above its range',
    'lenses[0].flows[0].high',
    1,
    'lenses[0].flows[0].value: outside its own range: 45787 (its range is open to 1; correct one of the three)'
  ),
  one(
    '[P38] a weak point at an unknown site',
    'lenses[0].weak[0].sites[0]',
    'pool-wurld',
    'lenses[0].weak[0].sites[0]: unknown site "pool-wurld" (did you mean "pool-world"?)'
  ),
  one(
    '[P38] a weak point at an unknown flow',
    'lenses[0].weak[0].flows[0]',
    'r999',
    'lenses[0].weak[0].flows[0]: unknown flow "r999" (did you mean "r09"?)'
  ),
  one(
    '[P39] a site that does not balance',
    'lenses[0].flows[0].value',
    1,
    'lenses[0].sites[6]: 27971 t metal in and 73757 out of "sep-chn" (add the missing flow as a residual, or correct the figures)',
    'lenses[0].sites[1].total.value: its flows add up to 1 t metal, not to 45787 (add the missing flow as a residual, or correct the figures)'
  ),
  one(
    '[F171] a flow that passes on what does not reach its site',
    'lenses[0].flows[2].passesOn',
    true,
    'lenses[0].flows[2].passesOn: 0 t metal reach mine-usa, which passes on 961 (correct the figures, or take “passesOn” away)'
  ),
  one(
    '[P39] a total that its flows do not add up to',
    'lenses[0].sites[3].total.value',
    6000,
    'lenses[0].sites[3].total.value: its flows add up to 6860 t metal, not to 6000 (add the missing flow as a residual, or correct the figures)'
  ),
  one(
    '[P39] a shock at a site that a lens has not',
    'scenarios[0].capacity',
    { 'mine-mmm': 0 },
    ...['magnet-2024', 'magnet-2025', 'total-2024', 'total-2025'].map(
      (lens) => `scenarios[0].capacity.mine-mmm: no site of ${lens}: "mine-mmm" (did you mean "mine-mmr"?)`
    )
  ),
  one(
    '[P39] a shock to a link that a lens has not',
    'scenarios[1].permission[0].to',
    'sep-mys',
    ...['magnet-2024', 'total-2024'].map(
      (lens) =>
        `scenarios[1].permission[0]: no link of ${lens}: "mine-usa → sep-mys" (name two sites that a flow of this lens joins, or leave the lens out)`
    )
  ),
  one(
    '[P39] a shock that no lens can be asked about',
    'scenarios[0].lenses',
    [],
    'scenarios[0].lenses: shock without a lens: [] (name the lenses it can be asked of)'
  ),
  one(
    '[P23] a scenario with neither a shock nor a reason',
    'scenarios[0].capacity',
    GONE,
    'scenarios[0]: not allowed here: {"id":"scenario-myanmar-stops","title":"Myanmar’s mines stop","text":"Nothing m… (expected either a shock ("capacity" or "permission"), or "cannot" with the reason)'
  ),
  one(
    '[P23] a shock that adds',
    'scenarios[0].capacity.mine-mmr',
    1.5,
    'scenarios[0].capacity.mine-mmr: not allowed here: 1.5 (expected <=1)'
  ),
  one(
    '[P40] two states on one day',
    'deals[10].states[1].from',
    '2025-10-30',
    'deals[10].states[1].from: second state on one day: "2025-10-30" (states stand in the order of their days; the one before begins on 2025-10-30)'
  ),
  one(
    '[P40] states out of order',
    'deals[10].states[1].from',
    '2025-10-29',
    'deals[10].states[1].from: state begins before the one above it: "2025-10-29" (states stand in the order of their days; the one before begins on 2025-10-30)'
  ),
  one(
    '[P40] an event announced on its own day',
    'events[21].knownFrom',
    '2025-12-01',
    'events[21].knownFrom: announced when it had come already: "2025-12-01" (its last day is 2025-12-01; leave "knownFrom" out, or give the day on which it was announced)'
  ),
  one(
    '[P40] an announcement without a source',
    'events[21].sources',
    [],
    'events[21].knownFrom: announced by nobody: "2025-10-09" (name in "sources" what announced it)'
  ),
  one(
    '[P40] states of a control out of order',
    'measures[2].states[1].from',
    '2025-10-08',
    'measures[2].states[1].from: state begins before the one above it: "2025-10-08" (states stand in the order of their days; the one before begins on 2025-10-09)'
  ),
  one(
    '[P40] a state that ends before it starts',
    'deals[0].states[0].until',
    '2025-10-27',
    'deals[0].states[0].until: ends before it starts: "2025-10-27" (it starts on 2025-10-28)'
  ),
  one(
    '[P41] a deal with itself',
    'deals[0].parties',
    ['USA', 'USA'],
    'deals[0].parties[1]: party named twice: "USA" (a deal needs two parties that differ)'
  ),
  one(
    '[P41] what flows does not come from a party',
    'deals[0].flow',
    { from: 'CHN', to: 'JPN', what: 'ore' },
    'deals[0].flow.from: not a party of this deal: "CHN" (its parties are USA, JPN)'
  ),
  one(
    '[P41] what flows stays where it is',
    'deals[0].flow',
    { from: 'JPN', to: 'JPN', what: 'ore' },
    'deals[0].flow.to: flow that ends where it begins: "JPN" (name the party that receives)'
  ),
  one(
    '[P42] a deal inside itself',
    'deals[0].within',
    'deal-usa-jpn-minerals-framework',
    'deals[0].within: deal inside itself: "deal-usa-jpn-minerals-framework" (leave "within" out on the outermost one)'
  ),
  one(
    '[P42] two deals inside each other',
    'deals[1].within',
    'deal-usa-jpn-projects',
    'deals[1].within: deal inside itself: "deal-usa-jpn-projects" (leave "within" out on the outermost one)',
    'deals[2].within: deal inside itself: "deal-usa-jpn-investment" (leave "within" out on the outermost one)'
  ),
  more(
    '[P43] a paragraph without a claim',
    'briefing.paragraphs',
    { id: 's9p9', section: 's3', number: 9, place: 'x', sha256: '0'.repeat(64) },
    '%: no claim of paragraph "s9p9" (add at least one to claims)'
  ),
  one(
    '[P44] a deal of the briefing that no claim mentions',
    'deals[0].claims',
    [],
    'deals[0].claims: nothing stands behind "deal-usa-jpn-minerals-framework" (name the claims of the briefing that mention it)'
  ),
  more(
    '[P44] an event that nothing stands behind',
    'events',
    {
      id: 'event-x',
      title: 'x',
      when: { from: '2025-04-04', to: '2025-04-04', precision: 'day' },
      lane: 'supply',
      summary: 'x',
      places: [],
      organisations: [],
      deals: [],
      measures: [],
      claims: [],
      record: [],
      paragraphs: [],
      sources: [],
      after: false
    },
    '%.sources: nothing stands behind "event-x" (name a claim, a record entry or a source)'
  ),
  [
    '[P44] a deal of the record without a source',
    [
      ['deals[0].named', 'record'],
      ['deals[0].record', []],
      ['deals[0].sources', []]
    ],
    [
      'deals[0].sources: nothing stands behind "deal-usa-jpn-minerals-framework" (name a record entry or a source)'
    ]
  ],
  one(
    '[P45] a verdict without the day of its check',
    'record[0].checked',
    GONE,
    'record[0].checked: verdict "confirmed" with check date nothing (a verdict has the day of its check; "not checked" has none)'
  ),
  one(
    '[P45] no verdict and a day',
    'record[31].checked',
    '2026-11-23',
    'record[31].checked: verdict "not checked" with check date "2026-11-23" (a verdict has the day of its check; "not checked" has none)'
  ),
  one(
    '[P45] a verdict without a source',
    'record[0].sources',
    [],
    'record[0].sources: verdict "confirmed" with sources [] (name what was read, or call it "not checked")'
  ),
  one(
    '[P46] a contested figure that is nobody’s',
    'contradictions[0].readings[0].claim',
    GONE,
    'contradictions[0].readings[0].quantity: figure without ground: 400 (name the claim or the record entry that gives it)'
  ),
  one(
    '[P47] a stated figure without its paragraph',
    'cards[0].ground',
    { kind: 'stated', sources: ['s09'] },
    'cards[0].ground.paragraph: stated figure without ground: nothing (name the paragraph of the briefing that states it)'
  ),
  one(
    '[P47] an observed figure with the briefing alone',
    'cards[0].ground',
    { kind: 'observed', sources: [], paragraph: 'p0' },
    'cards[0].ground.sources: observed figure without ground: [] (name a source; what only the briefing says is "stated")'
  ),
  one(
    '[P48] a range that ends below its start',
    'cards[0].quantity.high',
    93,
    'cards[0].quantity.high: range ends below its start: 93 (it starts at 94)'
  ),
  one(
    '[P49] a word of likelihood in a judgement',
    'briefing.judgements[0].text',
    'China will likely open.',
    'briefing.judgements[0].text: word of likelihood "likely" (say it without; its author used none)'
  ),
  one(
    '[P49] a hedge at the start of a judgement',
    'briefing.judgements[0].text',
    'Probably so.',
    'briefing.judgements[0].text: word of likelihood "Probably" (say it without; its author used none)'
  ),
  one('[P49] the month of May passes', 'briefing.judgements[0].text', 'Prices rose in May.'),
  one(
    '[P50] a mark in a summary',
    'deals[0].summary',
    'unverified: it was signed',
    'deals[0].summary: unverified text: "unverified: it was signed" (verify it, or leave it out)'
  ),
  one(
    '[P50] a mark in a note deep down',
    'deals[0].states[0].note',
    'UNVERIFIED',
    'deals[0].states[0].note: unverified text: "UNVERIFIED" (verify it, or leave it out)'
  )
];

describe('the gate', () => {
  test('[P0] lets the real seeds pass', () => {
    expect(said(seeds())).toEqual([]);
  });

  test.each([...SHAPES, ...ACROSS])('%s', (_rule, changes, lines) => {
    const raw = seeds();
    for (const [path, value] of changes) put(raw, path, value);
    expect(said(raw)).toEqual(lines.map((text) => text.replace('TABLES', Object.keys(seeds()).join(', '))));
  });

  test.each(REFERENCES)('[P30] %s that names nothing of %s is named', (pattern, table) => {
    const path = first(seeds(), pattern.endsWith('ground') ? `${pattern}.sources[]` : pattern);
    expect(path, `no record of the seeds has ${pattern}`).toBeDefined();
    const raw = seeds();
    const id = NOTHING[table] ?? 'no-such-id-anywhere';
    put(raw, path!, id);
    const lines = said(raw).filter((text) => text.startsWith(`${path}: unknown`));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      new RegExp(`: unknown [a-z ]+ "${id}" \\((?:did you mean ".+"\\?|add it to .+)\\)$`)
    );
  });

  test('[P60] names all faults at once, of shape and of reference, table by table', () => {
    const raw = seeds();
    put(raw, 'deals[0].parties[1]', 'JPX');
    put(raw, 'sources[0].colour', 'red');
    put(raw, 'lenses[0].flows[0].value', 1);
    expect(said(raw)).toEqual([
      'sources[0].colour: unknown member with value "red" (remove it, or correct its name)',
      'deals[0].parties[1]: unknown place "JPX" (did you mean "JPN"?)',
      'lenses[0].sites[6]: 27971 t metal in and 73757 out of "sep-chn" (add the missing flow as a residual, or correct the figures)',
      'lenses[0].sites[1].total.value: its flows add up to 1 t metal, not to 45787 (add the missing flow as a residual, or correct the figures)'
    ]);
  });

  test('[P61] says nothing of references into a table that has not its shape: its own fault comes first', () => {
    const raw = seeds();
    put(raw, 'places[2].id', 'jpn');
    expect(said(raw)).toHaveLength(1);
  });

  test.each([[null], [[]], ['{}'], [42], [undefined]])('[P62] refuses %j, which is no briefing', (raw) => {
    expect(said(raw)).toEqual([
      `(whole file): not a briefing: ${raw === undefined ? 'nothing' : JSON.stringify(raw)} (expected one object whose members are the tables)`
    ]);
  });

  test('[P63] names every table that an empty file lacks', () => {
    expect(said({})).toHaveLength(Object.keys(seeds()).length);
  });

  test('[P64] says how many faults there are, and tells them in its message', () => {
    const raw = seeds();
    put(raw, 'deals[0].parties[1]', 'JPX');
    expect(() => openPack(raw)).toThrow(
      '1 fault in the briefing\'s data:\ndeals.json, deal-usa-jpn-minerals-framework: deals[0].parties[1]: unknown place "JPX" (did you mean "JPN"?)'
    );
    put(raw, 'deals[1].parties[1]', 'JPX');
    expect(() => openPack(raw)).toThrow("2 faults in the briefing's data:\n");
  });
});

describe('the pack', () => {
  const pack = openPack(seeds());

  test.each([
    ['a table', () => (pack.deals as unknown[]).push(1)],
    ['a record', () => ((pack.deals[0] as { title: string }).title = 'x')],
    ['a list in a record', () => ((pack.deals[0]!.parties as string[])[0] = 'x')],
    ['a ground deep down', () => ((pack.lenses[0]!.flows[0]!.ground as { kind: string }).kind = 'x')],
    ['the head', () => ((pack.briefing as { title: string }).title = 'x')],
    ['the pack', () => ((pack as { deals: unknown }).deals = [])],
    ['a record found by its id', () => (pack.entity('JPN')!.title = 'x')]
  ])('[P70] is frozen: writing into %s throws', (_what, write) => {
    expect(write).toThrow(TypeError);
  });

  test('[P91] is frozen as deep when the page puts that off until its first view answers', () => {
    let put: (() => void) | undefined;
    const late = packOf(seeds() as unknown as Tables, (work) => (put = work));
    const { deals, lenses } = late;
    expect(Object.isFrozen(late)).toBe(true);
    expect(Object.isFrozen(deals)).toBe(false);
    put!();
    const parts = [deals, deals[0], deals[0]!.parties, lenses[0]!.flows[0]!.ground, late.entity('JPN')];
    expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true));
  });

  test('[P71] leaves what it was given as it was, and unfrozen', () => {
    const raw = seeds();
    const before = JSON.stringify(raw);
    openPack(raw);
    expect(JSON.stringify(raw)).toBe(before);
    expect(Object.isFrozen(raw) || Object.isFrozen(raw.deals)).toBe(false);
  });

  test('[P72] finds every record by its id, and nothing by a word that is none', () => {
    for (const entity of pack.entities()) expect(pack.entity(entity.id)).toBe(entity);
    for (const id of ['', 'nothing', '__proto__', 'constructor', 'magnet-2024/', 'magnet-2024/nothing'])
      expect(pack.entity(id)).toBeUndefined();
    expect(pack.entity('magnet-2024/sep-chn')).toMatchObject({ kind: 'site', lens: { id: 'magnet-2024' } });
    expect(pack.entity('magnet-2024/r01')).toMatchObject({ kind: 'flow', title: 'China → China' });
  });

  test('[P73] gives every record a title', () => {
    expect([...pack.entities()].filter((entity) => entity.title.trim() === '')).toEqual([]);
  });

  test('[P74] names places for a list, and inside a sentence', () => {
    expect([pack.placeName('USA'), pack.placeName('USA', true)]).toEqual([
      'United States',
      'the United States'
    ]);
    expect([pack.placeName('JPN'), pack.placeName('JPN', true), pack.placeName('ZZZ')]).toEqual([
      'Japan',
      'Japan',
      'ZZZ'
    ]);
  });
});
