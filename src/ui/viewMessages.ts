/** What a search came to, seen where nothing was found and heard always. */
export const SEARCHED = (found: number, drawn: number) =>
  found > drawn
    ? `${drawn} of ${found} found.`
    : found
      ? `${found} found.`
      : 'Nothing here has these words. Try a place, a company, or fewer words.';

/** Said where the page's own policy is not the one that it is built with. */
export const NO_POLICY =
  'The security policy of this file is missing or changed, so the browser no longer keeps this page from the network. Do not trust this copy: take another, and compare it in “About this file”.';

/** What About says of a block that is not the one the file was built with. */
export const ALTERED =
  'Not the part this file was built with: it was replaced on purpose, or damaged. Compare the whole file below.';

/** What About says where the part with the licences cannot be read. */
export const ALTERED_PART =
  'This part of the file was changed or damaged and cannot be read. Copy the file again and compare it with SHA256SUMS.';

/** What About says of the whole file, which a page cannot read by itself. */
export const WHOLE = {
  how: 'A page cannot read its own file. Choose the file you opened: it is hashed here and goes nowhere.',
  alone: 'Compare these digits with the line for lodestone.html in SHA256SUMS.',
  same: 'The same as in the SHA256SUMS that you chose. Where that list came with the file, this finds damage, not a forger: then ask whoever built it for theirs.',
  other: (due: string) => `NOT the file of SHA256SUMS, which gives ${due}. Copy the file again.`,
  noPage: 'None of the chosen files is a page. Choose lodestone.html, alone or together with SHA256SUMS.',
  unread: (why: string) => `The file could not be read (${why}). Choose it again.`
};

/** Why two lenses cannot stand beside each other. */
export const NOT_BESIDE = {
  unit: (one: string, other: string) =>
    `${one} and ${other} are different units, so no scale would hold for both`,
  material: (one: string, other: string) => `${one} and ${other} are different things`
};

/** What is said when a site was moved in its column by hand: its place from the top. */
export const movedTo = (name: string, place: number, of: number) =>
  `${name}: now ${place} of ${of} in its column. The order stands in the link.`;

/** What is said when a site stands at the end of its column already. */
export const atEnd = (name: string, up: boolean) =>
  `${name}: the ${up ? 'first' : 'last'} of its column already.`;

/** Said where something is pointed at while a scenario is in view. */
export const NO_TRACE =
  'Shares are traced through what was reported, not through a scenario: close “What if” to see them.';
