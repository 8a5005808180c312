import type { Bar, FlowPicture, Ribbon } from '../flow/picture.ts';
import { ribbon as outline } from '../flow/ribbon.ts';
import { framed, type Caption } from './frame.ts';
import { escape, FONT, PALETTE } from './palette.ts';

/**
 * The Sankey as a picture that stands alone, from the same marks the page draws; only shapes and text, no script, no note.
 * Where flows are `lit`, the others fade, with their texture.
 */
export function flowSvg(
  picture: FlowPicture,
  caption: Caption | null,
  lit?: ReadonlySet<string>
): { svg: string; width: number; height: number } {
  return framed(defs() + marksOf(picture, lit), picture, caption);
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

function marksOf(picture: FlowPicture, lit?: ReadonlySet<string>): string {
  return [
    ...picture.headings.map(
      (h) =>
        `<text x="${h.x}" y="${h.y}" font-family="${FONT}" font-size="13" font-weight="bold" fill="${PALETTE.ink}">${escape(h.text)}</text>` +
        `<path d="M${h.x0} ${h.y + 8}H${h.x1}" stroke="${PALETTE.rule}"/>`
    ),
    `<g transform="translate(${picture.origin.x} ${picture.origin.y})">${picture.ribbons.map((ribbon) => ribbonSvg(ribbon, !lit || lit.has(ribbon.id))).join('')}</g>`,
    ...picture.bars.map(barSvg)
  ].join('');
}

/** What is left of a ribbon's opacity where another is meant. */
const FADED = 0.22;

/** Hatching and dots as patterns, so that evidence shows without colour. */
function defs(): string {
  const hatch = (hue: string) =>
    `<pattern id="hatch-${hue}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="8" height="8" fill="${PALETTE.paper}"/><rect width="8" height="8" fill="${PALETTE[hue]}" fill-opacity="0.2"/><rect width="2.6" height="8" fill="${PALETTE[hue]}" fill-opacity="0.36"/></pattern>`;
  const dots = `<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#f3efe6"/><circle cx="1.5" cy="1.5" r="0.9" fill="#6d7073"/></pattern>`;
  return `<defs>${['0', '1', '2', '3', '4', '5', 'market', 'use'].map(hatch).join('')}${dots}</defs>`;
}

const fillOf = (ribbon: Ribbon): string | undefined =>
  ribbon.kind === 'estimated'
    ? `url(#hatch-${ribbon.hue})`
    : ribbon.kind === 'residual'
      ? 'url(#dots)'
      : undefined;

function ribbonSvg(ribbon: Ribbon, lit: boolean): string {
  const fill = fillOf(ribbon) ?? PALETTE[ribbon.hue] ?? PALETTE['0'];
  const opacity = fillOf(ribbon)
    ? 1
    : ribbon.hue === 'market'
      ? 0.3
      : ribbon.kind === 'observed'
        ? 0.62
        : 0.42;
  const lost = ribbon.left < 0.9995;
  const path = lost && !ribbon.returns ? outline(ribbon.way, ribbon.width * ribbon.left) : ribbon.path;
  return (
    (lost ? `<path d="${ribbon.path}" fill="none" stroke="#6d7073" stroke-dasharray="3 2.5"/>` : '') +
    (ribbon.left > 0.0005
      ? `<path d="${path}" fill="${fill}" fill-opacity="${lit ? opacity : opacity * FADED}"/>`
      : '')
  );
}

function barSvg(bar: Bar): string {
  const beside = bar.label.lines[1]?.y === bar.label.lines[0]?.y;
  const spans = bar.label.lines.map((line, i) => {
    const at = beside && i > 0 ? 'dx="6"' : `x="${line.x}" y="${line.y}"`;
    return `<tspan ${at} font-weight="${line.strong ? 'bold' : 'normal'}" font-size="${line.strong ? 13 : 12}">${escape(line.text)}</tspan>`;
  });
  const halo = bar.label.over
    ? `paint-order="stroke" stroke="${PALETTE.paper}" stroke-width="3.5" stroke-linejoin="round"`
    : '';
  return (
    `<rect x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}" fill="#f3efe6"/>` +
    `<rect x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height * bar.left}" fill="${PALETTE[bar.hue] ?? PALETTE['0']}"/>` +
    `<text font-family="${FONT}" fill="${PALETTE.ink}" text-anchor="${bar.label.anchor}" ${halo}>${spans.join('')}</text>`
  );
}
