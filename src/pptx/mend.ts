import type { Paint } from '../exchange/slide.ts';

type Texture = NonNullable<Paint['texture']>;

/** The patterns of DrawingML that stand for ours. */
const PRESET: Record<Texture, string> = { hatched: 'wdUpDiag', dotted: 'pct20' };
/** What a texture's marks lie on. */
const GROUND = 'F3EFE6';
const MARKED =
  /( name="[^"]*)‹(hatched|dotted)›("[\s\S]*?)<a:solidFill>(<a:srgbClr val="\w{6}"(?:\/>|>.*?<\/a:srgbClr>))<\/a:solidFill>/g;

/** A shape's name with its texture, which pptxgenjs cannot say by itself. */
export const textured = (name: string, texture: Texture | undefined): string =>
  texture ? `${name}‹${texture}›` : name;

/** Turns the plain fill of each shape so named into the pattern, and takes the mark off its name. */
export const withTextures = (xml: string): string =>
  xml.replace(
    MARKED,
    (_all, before: string, texture: Texture, between: string, color: string) =>
      `${before}${between}<a:pattFill prst="${PRESET[texture]}"><a:fgClr>${color}</a:fgClr><a:bgClr><a:srgbClr val="${GROUND}"/></a:bgClr></a:pattFill>`
  );

/** Gives every object of a slide a number of its own: the library's tables can get one that is taken, and some programs then ask to repair. */
export function withOwnNumbers(xml: string): string {
  let number = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++number}"`);
}
