/** Dashes given in px at the desk, as ones that grow with the page's type: lines of a map keep their width on screen, also on a wall. */
export const dashes = (px: string): string =>
  px
    .split(' ')
    .filter(Boolean)
    .map((length) => `${Number(length) / 16}rem`)
    .join(' ');
