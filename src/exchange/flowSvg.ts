import type { Bar, FlowPicture, Ribbon } from '../flow/picture.ts';
import { ribbon as outline } from '../flow/ribbon.ts';
import type { Trace } from '../flow/trace.ts';
import { ribbonOpacity } from '../model/looks.ts';
import { framed, type Caption } from './frame.ts';
import { escape, FONT, PALETTE } from './palette.ts';

/**
 * The Sankey as a picture that stands alone, from the same marks the page draws; only shapes and text, no script, no note.
 * Where a site or flow is traced, all fades and what belongs to it stands out by its share, as on the screen; an edge goes round the start.
 */
export function flowSvg(
  picture: FlowPicture,
  caption: Caption | null,
  traced?: Trace
): { svg: string; width: number; height: number } {
  return framed(defs() + marksOf(picture, traced), picture, caption);
}

/** Two years of one material, one below the other on one scale; each with its year above it. */
export function yearsSvg(
  years: readonly { year: number; picture: FlowPicture }[],
  caption: Caption | null
): { svg: string; width: number; height: number } {
  let at = 0;
  const parts = years.map(({ year, picture }) => {
    const title = `<text x="0" y="${at + 16}" font-family="${FONT}" font-size="17" font-weight="bold" fill="${PALETTE.ink}">${year}</text>`;
    const part = `${title}<g transform="translate(0 ${at + YEAR})">${marksOf(picture)}</g>`;
    at += YEAR + picture.height + GAP;
    return part;
  });
  const width = Math.max(...years.map(({ picture }) => picture.width));
  return framed(defs() + parts.join(''), { width, height: at - GAP }, caption);
}

/** Room for a year above its picture, and between two years, px. */
const YEAR = 26;
const GAP = 18;

function marksOf(picture: FlowPicture, traced?: Trace): string {
  return [
    ...picture.headings.map(
      (h) =>
        `<text x="${h.x}" y="${h.y}" font-family="${FONT}" font-size="13" font-weight="bold" fill="${PALETTE.ink}">${escape(h.text)}</text>` +
        `<path d="M${h.x0} ${h.y + 8}H${h.x1}" stroke="${PALETTE.rule2}"/>`
    ),
    `<g transform="translate(${picture.origin.x} ${picture.origin.y})">${picture.ribbons.map((ribbon) => ribbonSvg(ribbon, traced !== undefined)).join('')}${traced ? picture.ribbons.map((ribbon) => tracedRibbon(ribbon, traced)).join('') : ''}</g>`,
    ...picture.bars.map((bar) => barSvg(bar, traced))
  ].join('');
}

/** What is left of a shape's opacity where another is meant. */
const FADED = 0.26;

/** Hatching and dots as patterns, so that evidence shows without colour. */
function defs(): string {
  const hatch = (hue: string) =>
    `<pattern id="hatch-${hue}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="8" height="8" fill="${PALETTE.paper}"/><rect width="8" height="8" fill="${PALETTE[hue]}" fill-opacity="0.2"/><rect width="2.6" height="8" fill="${PALETTE[hue]}" fill-opacity="0.36"/></pattern>`;
  const dots = `<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="${PALETTE.sea}"/><circle cx="1.5" cy="1.5" r="0.9" fill="${PALETTE.faint}"/></pattern>`;
  return `<defs>${['0', '1', '2', '3', '4', '5', 'market', 'use'].map(hatch).join('')}${dots}</defs>`;
}

const fillOf = (ribbon: Ribbon): string | undefined =>
  ribbon.kind === 'estimated'
    ? `url(#hatch-${ribbon.hue})`
    : ribbon.kind === 'residual'
      ? 'url(#dots)'
      : undefined;

/** A ribbon's outline filled by its place and its evidence, `strength` of it where it fades. */
function filled(ribbon: Ribbon, path: string, strength = 1): string {
  const fill = fillOf(ribbon) ?? PALETTE[ribbon.hue] ?? PALETTE['0'];
  return `<path d="${path}" fill="${fill}" fill-opacity="${ribbonOpacity(ribbon.kind, ribbon.hue) * strength}"/>`;
}

/** What of a ribbon is traced, over the faded whole, and an edge round the one that is meant. */
function tracedRibbon(ribbon: Ribbon, { flows, start }: Trace): string {
  const share = flows[ribbon.id]?.share ?? 0;
  const whole = ribbon.returns || share >= 0.9995;
  return (
    (share > 0.0005 ? filled(ribbon, whole ? ribbon.path : outline(ribbon.way, ribbon.width * share)) : '') +
    (ribbon.id === start
      ? `<path d="${ribbon.path}" fill="none" stroke="${PALETTE.ink}" stroke-width="1.5"/>`
      : '')
  );
}

function ribbonSvg(ribbon: Ribbon, faded: boolean): string {
  const lost = ribbon.left < 0.9995;
  const path = lost && !ribbon.returns ? outline(ribbon.way, ribbon.width * ribbon.left) : ribbon.path;
  return (
    (lost
      ? `<path d="${ribbon.path}" fill="none" stroke="${PALETTE.faint}" stroke-dasharray="3 2.5"/>`
      : '') + (ribbon.left > 0.0005 ? filled(ribbon, path, faded ? FADED : 1) : '')
  );
}

function barSvg(bar: Bar, traced?: Trace): string {
  const beside = bar.label.lines[1]?.y === bar.label.lines[0]?.y;
  const spans = bar.label.lines.map((line, i) => {
    const at = beside && i > 0 ? 'dx="6"' : `x="${line.x}" y="${line.y}"`;
    return `<tspan ${at} font-weight="${line.strong ? 'bold' : 'normal'}" font-size="${line.strong ? 13 : 12}">${escape(line.text)}</tspan>`;
  });
  const halo = bar.label.over
    ? `paint-order="stroke" stroke="${PALETTE.paper}" stroke-width="3.5" stroke-linejoin="round"`
    : '';
  const fill = PALETTE[bar.hue] ?? PALETTE['0'];
  const rect = (height: number, look: string) =>
    `<rect x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${height}" ${look}/>`;
  const share = Math.min(traced?.sites[bar.id]?.share ?? 0, bar.left);
  return (
    rect(bar.height, `fill="${PALETTE.sea}"`) +
    rect(bar.height * bar.left, `fill="${fill}"${traced ? ` fill-opacity="${FADED}"` : ''}`) +
    (share > 0 ? rect(bar.height * share, `fill="${fill}"`) : '') +
    (traced?.start === bar.id
      ? rect(bar.height, `fill="none" stroke="${PALETTE.ink}" stroke-width="2.5"`)
      : '') +
    `<text font-family="${FONT}" fill="${PALETTE.ink}" text-anchor="${bar.label.anchor}" ${halo}>${spans.join('')}</text>`
  );
}
