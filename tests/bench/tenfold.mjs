import { readFileSync } from 'node:fs';

/** How many of each the tenfold pack holds. */
export const MOST = { deals: 500, flows: 1000, notes: 10_000 };

const BLOCK = /(<script type="application\/json" id="briefing">)([\s\S]*?)(<\/script>)/;

/** The briefing inside a built page. */
export const briefingIn = (html) => JSON.parse(BLOCK.exec(html)[2]);

/** The page with a briefing of 500 deals and a first lens of 1,000 flows: copies under ids of their own, values varied. */
export function tenfold(html) {
  const pack = briefingIn(html);
  const deals = pack.deals;
  pack.deals = Array.from({ length: MOST.deals }, (_, i) => {
    const copy = Math.floor(i / deals.length);
    const deal = deals[i % deals.length];
    return copy === 0 ? deal : { ...deal, id: `${deal.id}-${copy}`, title: `${deal.title} (${copy})` };
  });
  pack.lenses[0] = grown(pack.lenses[0]);
  const text = JSON.stringify(pack).replace(/</g, '\\u003c');
  return html.replace(BLOCK, (_all, head, _old, tail) => head + text + tail);
}

/** A lens of 1,000 flows: whole copies of its sites and flows, each copy a tenth of a per cent larger. */
function grown(lens) {
  const copies = Math.ceil(MOST.flows / lens.flows.length);
  const sites = [];
  const flows = [];
  for (let copy = 0; copy < copies; copy += 1) {
    const end = copy === 0 ? '' : `-${copy}`;
    for (const site of lens.sites)
      sites.push({ ...site, id: site.id + end, name: site.name + (copy === 0 ? '' : ` ${copy}`) });
    for (const flow of lens.flows)
      flows.push({ ...flow, id: flow.id + end, from: flow.from + end, to: flow.to + end });
  }
  // Whole copies only: the gate refuses a site of which something is left unaccounted.
  return { ...lens, sites, flows };
}

/** Reads a page from the disk. */
export const read = (path) => readFileSync(path, 'utf8');
