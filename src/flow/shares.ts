import type { Entity } from '../model/entity.ts';
import { formatQuantity, formatShare } from '../model/format.ts';
import type { Card, Lens, Site } from '../model/lens.ts';
import { plainHeading, stageWords } from '../model/stageWords.ts';
import { siteGround, stageShare } from './figures.ts';

/** A share to be shown as a bar: in a few words whose, of what (the base), about what and when, and what it stands on; `lens` names the flows it was reckoned from. */
export type ShareRow = {
  id: string;
  label: string;
  share: number;
  text: string;
  of: string;
  about: string;
  lens?: string;
  sources: readonly string[];
};

const VERBS = { use: 'uses', secondary: 'gives', market: 'passes', unused: 'keeps' };

/** What a site does, after its name; at a stage without a word for it, the name under the stage's heading. */
function labelOf(lens: Lens, { name, stage }: Site): string {
  const does = stage === 'mine' || stage === 'separation' ? stageWords(lens, stage)?.does : VERBS[stage];
  return does ? `${name} ${does}` : `${plainHeading(lens, stage)} ${name}`;
}

/** The shares that ids name: sites of a lens as shares of their stage, and single figures in per cent; what is no share is left out. */
export function shareRows(
  ids: readonly string[],
  entity: (id: string) => Entity | undefined
): readonly ShareRow[] {
  return ids.flatMap((id) => {
    const found = entity(id);
    return (
      (found?.kind === 'site' ? ofSite(id, found) : found?.kind === 'card' ? ofCard(id, found) : null) ?? []
    );
  });
}

function ofSite(id: string, { record, lens }: Entity): ShareRow | null {
  const site = record as Site;
  const share = lens ? stageShare(lens, site.id) : null;
  if (!share || !lens) return null;
  return {
    id,
    label: labelOf(lens, site),
    share: share.share,
    text: formatShare(share.share),
    of: share.of,
    about: lens.title,
    lens: lens.id,
    sources: siteGround(lens, site.id).sources
  };
}

function ofCard(id: string, { record, title }: Entity): ShareRow | null {
  const { quantity, short, ground } = record as Card;
  if (quantity.unit !== '%') return null;
  return {
    id,
    label: short ?? title,
    share: quantity.value / 100,
    text: formatQuantity(quantity),
    of: quantity.of ?? '',
    about: quantity.for ?? '',
    sources: ground.sources
  };
}

/** What shares are of, each base once: "Magnet rare earths, 2024; world production of sintered permanent magnets, 2024". */
export const basesInWords = (rows: readonly ShareRow[]): string =>
  [
    ...new Set(rows.map(({ lens, of, about }) => (lens ? about : [of, about].filter(Boolean).join(', '))))
  ].join('; ');

/** A share in a line with its base: "China mines: 61 % of all that is mined (Magnet rare earths, 2024)". */
export const shareInLine = ({ label, text, of, about }: ShareRow): string =>
  `${label}: ${text}${of && ` of ${of}`}${about && ` (${about})`}`;
