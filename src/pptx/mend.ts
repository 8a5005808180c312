import type { Paint } from '../exchange/slide.ts';

type Texture = NonNullable<Paint['texture']>;

/** The patterns of DrawingML that stand for ours. */
const PRESET: Record<Texture, string> = { hatched: 'wdUpDiag', dotted: 'pct20' };
/** What a texture's marks lie on. */
const GROUND = 'F3EFE6';
const MARKED =
  /( name="[^"]*)‹(hatched|dotted)›("[\s\S]*?)<a:solidFill><a:srgbClr val="(\w{6})"(?:\/>|>(?:<a:alpha val="(\d+)"\/>)?.*?<\/a:srgbClr>)<\/a:solidFill>/g;

/** A shape's name with its texture, which pptxgenjs cannot say by itself. */
export const textured = (name: string, texture: Texture | undefined): string =>
  texture ? `${name}‹${texture}›` : name;

/** A colour as strong as it says: a pattern whose colours are transparent is drawn opaque by some programs, so it is mixed with the slide's white instead. */
function mixed(color: string, alpha: string | undefined): string {
  const share = alpha === undefined ? 1 : Number(alpha) / 100_000;
  const parts = color.match(/../g)!.map((part) => Math.round(255 - (255 - parseInt(part, 16)) * share));
  return `<a:srgbClr val="${parts.map((part) => part.toString(16).padStart(2, '0').toUpperCase()).join('')}"/>`;
}

/** Turns the plain fill of each shape so named into the pattern, and takes the mark off its name. */
export const withTextures = (xml: string): string =>
  xml.replace(
    MARKED,
    (_all, before: string, texture: Texture, between: string, color: string, alpha?: string) =>
      `${before}${between}<a:pattFill prst="${PRESET[texture]}"><a:fgClr>${mixed(color, alpha)}</a:fgClr><a:bgClr>${mixed(GROUND, alpha)}</a:bgClr></a:pattFill>`
  );

/** Gives every object of a slide a number of its own: the library's tables can get one that is taken, and some programs then ask to repair. */
export function withOwnNumbers(xml: string): string {
  let number = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++number}"`);
}
