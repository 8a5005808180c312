import { pause, type Session } from '../engines/engine.ts';

/** A text on the wall that the back of a room could not read, and what is wrong with it. */
export type Unreadable = { text: string; why: string };

/**
 * Reads every text that stands on the wall: its size on screen, its contrast against what lies behind it (for text with a halo
 * that is the halo), and whether it leaves the window or what clips it. Colours are asked of a canvas, so that any notation counts.
 */
const UNREADABLE = `
const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
const known = new Map();
const rgba = (colour) => {
  if (known.has(colour)) return known.get(colour);
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = '#000';
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  known.set(colour, [r, g, b, a / 255]);
  return known.get(colour);
};
const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
const light = (colour) => {
  const [r, g, b] = colour.slice(0, 3).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
const wall = document.querySelector('.wall');
const ground = rgba(getComputedStyle(wall).backgroundColor);
const behind = (element) => {
  const layers = [];
  for (let node = element; node && node !== wall; node = node.parentElement) layers.push(rgba(getComputedStyle(node).backgroundColor));
  return layers.reduceRight((below, layer) => over(layer, below), ground);
};
const found = [];
const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode.data.trim();
  const element = walker.currentNode.parentElement;
  if (!text || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, option, title')) continue;
  const range = document.createRange();
  range.selectNodeContents(walker.currentNode);
  const box = range.getBoundingClientRect();
  if (!box.width || !box.height) continue;
  const style = getComputedStyle(element);
  const svg = element.closest('svg');
  // A sign of a legend is enlarged by zoom, which not every engine counts in the matrix.
  const scale = !svg ? 1 : svg.viewBox.baseVal?.width ? Math.abs(element.closest('text').getScreenCTM().a)
    : svg.getBoundingClientRect().width / svg.width.baseVal.value;
  const size = parseFloat(style.fontSize) * scale;
  const why = [];
  if (size < 19.95) why.push('type of ' + size.toFixed(1) + ' px');
  let opacity = 1;
  for (let node = element; node && node !== wall; node = node.parentElement) opacity *= Number(getComputedStyle(node).opacity);
  const halo = svg && style.stroke !== 'none' && style.paintOrder.startsWith('stroke') ? rgba(style.stroke) : null;
  const filled = element.matches('.day') ? rgba(getComputedStyle(svg.querySelector('.flag')).fill) : null;
  const back = halo ?? filled ?? behind(element);
  const own = rgba(svg ? style.fill : style.color);
  const ratio = contrast(over([...own.slice(0, 3), own[3] * opacity], back), back);
  if (ratio < 7) why.push('contrast ' + ratio.toFixed(2));
  const clip = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let node = element; node && node !== wall; node = node.parentElement) {
    if (getComputedStyle(node).overflow === 'visible' || getComputedStyle(node).overflowY === 'auto') continue;
    const frame = node.getBoundingClientRect();
    clip.left = Math.max(clip.left, frame.left); clip.top = Math.max(clip.top, frame.top);
    clip.right = Math.min(clip.right, frame.right); clip.bottom = Math.min(clip.bottom, frame.bottom);
  }
  // A line's box is higher than its letters by a few px on each side.
  const slack = size * 0.3;
  if (box.left < clip.left - 1 || box.right > clip.right + 1 || box.top < clip.top - slack || box.bottom > clip.bottom + slack)
    why.push('cut: ' + [box.left, box.top, box.right, box.bottom].map(Math.round) + ' of ' + [clip.left, clip.top, clip.right, clip.bottom].map(Math.round));
  if (why.length) found.push({ text: text.slice(0, 60), why: why.join(', ') });
}
return found;`;

/** What on the wall is below 20 px or a contrast of 7:1, or is cut; asked again while the picture may still be coming in. */
export async function unreadable(session: Session): Promise<Unreadable[]> {
  let found: Unreadable[] = [];
  for (let tries = 0; tries < 10; tries += 1) {
    found = await session.evaluate<Unreadable[]>(UNREADABLE);
    if (!found.length) break;
    await pause(200);
  }
  return found;
}
