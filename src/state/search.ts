import MiniSearch from 'minisearch';
import { siteTotals, stageShare } from '../flow/figures.ts';
import type { Entity, EntityKind } from '../model/entity.ts';
import { formatShare } from '../model/format.ts';
import type { Lens, Site } from '../model/lens.ts';
import type { Pack } from '../pack/pack.ts';

/** One thing found: the record, and the words of it that say what it is. */
export type Found = { entity: Entity; kind: string };

/** What each kind of record is called in a list of finds. */
export const KIND_WORD: Record<EntityKind, string> = {
  briefing: 'briefing',
  paragraph: 'paragraph',
  place: 'place',
  organisation: 'organisation',
  element: 'element',
  source: 'source',
  claim: 'claim',
  deal: 'deal',
  event: 'event',
  measure: 'control',
  record: 'public record',
  contradiction: 'figures that disagree',
  unknown: 'not known',
  sector: 'sector',
  card: 'figure',
  scenario: 'scenario',
  scene: 'scene',
  lens: 'lens',
  site: 'site',
  flow: 'flow'
};

/** Things people look for by name come before statements about them. */
const BOOST: Partial<Record<EntityKind, number>> = {
  place: 3,
  deal: 2.5,
  organisation: 2,
  element: 2,
  measure: 1.6,
  lens: 1.5,
  event: 1.3,
  site: 1.2,
  flow: 0.6
};

/** How much of what was typed or pasted is looked for (letters, words), and the longest word that may be misspelt. */
const [LETTERS, WORDS, MISSPELT] = [200, 12, 24];

/** A full-text index over every record of a pack, by its title and all its own words. Words may be begun or slightly misspelt. */
export class Search {
  readonly #pack: Pack;
  readonly #index = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ['title', 'text'],
    storeFields: []
  });

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#index.addAll(
      [...pack.entities()].map((entity) => ({
        id: entity.id,
        title: plain(entity.title),
        text: plain(this.#words(entity))
      }))
    );
  }

  /** All finds for what was typed, best first. */
  find(query: string): Found[] {
    const words = wordsOf(query);
    const all = this.#search(words, 'AND');
    // Where no record has every word, those with some of them are better than none.
    const results = all.length ? all : this.#search(words, 'OR');
    return results.map(({ id }) => {
      const entity = this.#pack.entity(id as string)!;
      return { entity, kind: [KIND_WORD[entity.kind], entity.lens?.title].filter(Boolean).join(', ') };
    });
  }

  #search(words: string, combineWith: 'AND' | 'OR') {
    return this.#index.search(words, {
      prefix: true,
      fuzzy: (term) => (term.length > 4 && term.length <= MISSPELT ? 0.2 : false),
      combineWith,
      boost: { title: 2 },
      boostDocument: (id) => BOOST[this.#pack.entity(id as string)!.kind] ?? 1
    });
  }

  /** All words of a record, with the names of the places and bodies it refers to by id. */
  #words(entity: Entity): string {
    if (entity.kind === 'briefing') return '';
    // Not its weak points, whose many words would let it stand before the sites that they are about.
    if (entity.kind === 'lens') return (entity.record as Lens).shares.map(({ text }) => text).join(' ');
    const names: string[] = [entity.lens?.title ?? '', figuresOf(entity)];
    const gather = (value: unknown): void => {
      if (typeof value === 'string') names.push(value, this.#pack.entity(value)?.title ?? '');
      else if (typeof value === 'number') names.push(String(value));
      else if (Array.isArray(value)) value.forEach(gather);
      else if (value && typeof value === 'object')
        Object.entries(value).forEach(([key, member]) => SILENT.has(key) || gather(member));
    };
    gather(entity.record);
    return names.join(' ');
  }
}

/** The figures that a site shows and its record does not hold: its throughput and its share. */
function figuresOf({ kind, lens, record }: Entity): string {
  if (kind !== 'site' || !lens) return '';
  const { id } = record as Site;
  const share = stageShare(lens, id);
  return `${siteTotals(lens, id).through} ${share ? formatShare(share.share) : ''}`;
}

/** The words that are looked for: a page that was pasted by mistake is not searched for whole. */
function wordsOf(query: string): string {
  const words = plain(query.slice(0, LETTERS)).split(/[\s\p{Z}\p{P}]+/u);
  return words.filter(Boolean).slice(0, WORDS).join(' ');
}

/** Members whose words would drown a record's own. */
const SILENT = new Set([
  'id',
  'claims',
  'record',
  'sources',
  'ground',
  'states',
  'sites',
  'sha256',
  'paragraphs',
  'takeaways',
  'measures',
  'events',
  'licence',
  'state',
  'records'
]);

/** Without accents, signs of money and what parts thousands, so that Lenaig finds Lenaïg, $400 US$400, and 6,860 what reads 6 860. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Sc}/gu, ' ')
    .replace(/(?<![\d.])\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)/g, (grouped) => grouped.replace(/\D/g, ''));
