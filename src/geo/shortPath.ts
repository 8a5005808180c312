/** Steps up to this far either way are one letter. */
const FAR = 26;

/** A step as a letter, A for 0 and a for -1 on; a longer one, like a start, in figures with a stop. */
const letter = (step: number): string =>
  step >= 0 && step < FAR
    ? String.fromCharCode(65 + step)
    : step < 0 && step >= -FAR
      ? String.fromCharCode(96 - step)
      : `${step}.`;
/** The step of a letter or of figures. */
function step(token: string): number {
  const code = token.charCodeAt(0);
  return code < 65 ? Number(token) : code < 97 ? code - 65 : 96 - code;
}

/**
 * A path of whole numbers (`M`, then relative lines, then `z` where it is closed) written with a letter for each short step,
 * which packs a tenth smaller; `lengthen` gives the path back.
 */
export const shorten = (path: string): string =>
  path.replace(/M([^l]*)l([^Mz]*)(z?)/g, (_, start: string, steps: string, closed: string) => {
    const numbers = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number);
    return `${[...numbers(start).map((at) => `${at}.`), ...numbers(steps).map(letter)].join('')}${closed ? '!' : '/'}`;
  });

/** The path that was shortened. */
export const lengthen = (short: string): string =>
  short.replace(/([^!/]*)([!/])/g, (_, line: string, end: string) => {
    const [x, y, ...steps] = (line.match(/[A-Za-z]|-?\d+/g) ?? []).map(step);
    return `M${x} ${y}l${steps.join(' ')}${end === '!' ? 'z' : ''}`.replaceAll(' -', '-');
  });
