import type { Pack } from '../../src/pack/pack.ts';

/** Every figure that has its ground neither beside it nor one click away, by its text. */
export function groundless(page: Element): string[] {
  return [...page.querySelectorAll('[data-figure]')]
    .filter((figure) => {
      if (figure.closest('a[href*="on="]')) return false;
      const grounded = figure.closest('[data-grounded]');
      return !grounded?.querySelector('[data-ground], a[href*="on="]');
    })
    .map((figure) => squeeze(figure.textContent));
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** Numbers that are no figures: days, years, editions, the names of paragraphs, and of products. */
const NO_FIGURE: readonly RegExp[] = [
  new RegExp(`(?:\\d{1,2}(?:–\\d{1,2})? )?${MONTH}(?: \\d{4})?`, 'g'),
  /\b(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?\b/g,
  /\b(?:key takeaway|section|paragraph) \d+\b/gi,
  /\bNos?\.? ?\d+\b/g,
  /\bLodestone \d+\.\d+\.\d+\b/g
];

/** Every text with a number that is neither marked as a figure or a count, nor a time, nor the title of a known record. */
export function bareNumbers(page: Element, pack: Pack): string[] {
  const titles = titlesOf(pack);
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = squeeze(node.textContent);
    const holder = node.parentElement!;
    if (
      !/\d/.test(text) ||
      titles.has(text) ||
      holder.closest('[data-figure], [data-count], [data-ground], [aria-hidden=true], kbd, style, script')
    )
      continue;
    const rest = NO_FIGURE.reduce((left, pattern) => left.replace(pattern, ''), text);
    if (!/\d/.test(rest)) continue;
    found.push(`${holder.tagName.toLowerCase()}: ${text}`);
  }
  return found;
}

/** The titles and names of all records: they are headings and labels, and what they say is grounded in their dossier. */
function titlesOf(pack: Pack): Set<string> {
  const titles = [...pack.entities()].map((entity) => entity.title);
  const names = pack.lenses.flatMap((lens) => [
    lens.title,
    ...lens.stages.map((stage) => stage.heading),
    ...lens.sites.map((site) => site.name)
  ]);
  const measures = pack.measures.flatMap((measure) => (measure.number ? [measure.number] : []));
  const deals = pack.deals.flatMap((deal) => (deal.officialTitle ? [deal.officialTitle] : []));
  return new Set([...titles, ...names, ...measures, ...deals].map(squeeze));
}

const squeeze = (text: string | null): string => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
