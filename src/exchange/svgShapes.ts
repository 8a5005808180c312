import { clipArea, clipLine, type Point, type Window } from './clip.ts';
import type { Paint, Shape, Step, Words } from './slide.ts';
import { pathSteps } from './svgPath.ts';
import { readPicture, type Tag } from './svgTags.ts';

/** Where a picture stands on a slide, in px, and how much larger it is drawn. */
export type Place = { x: number; y: number; scale: number };
/** x' = k·x + dx, y' = k·y + dy; turned by an angle (degrees) only where an arrow points. */
type Turn = { k: number; dx: number; dy: number; angle: number };
type Scene = { turn: Turn; window: Window | null; defined: Map<string, Tag>; name: string };

/** A picture of ours as shapes that can be moved one by one: ribbons and land as freeforms, arcs as lines, labels as text. */
export function svgShapes(svg: string, place: Place): Shape[] {
  const root = readPicture(svg);
  const defined = new Map<string, Tag>();
  const gather = (tag: Tag): void => {
    if (tag.attributes.id) defined.set(tag.attributes.id, tag);
    tag.children.forEach(gather);
  };
  gather(root);
  const turn = { k: place.scale, dx: place.x, dy: place.y, angle: 0 };
  return shapesOf(root, { turn, window: null, defined, name: '' });
}

function shapesOf(tag: Tag, scene: Scene): Shape[] {
  const { attributes: a } = tag;
  switch (tag.name) {
    case 'svg':
    case 'g': {
      const turn = turned(scene.turn, a.transform);
      const name = tag.children.find((child) => child.name === 'title')?.text ?? scene.name;
      const clip = /#([\w-]+)/.exec(a['clip-path'] ?? '')?.[1];
      const window = clip ? windowOf(scene.defined.get(clip)!.children[0]!, scene.turn) : scene.window;
      return tag.children.flatMap((child) => shapesOf(child, { ...scene, turn, window, name }));
    }
    case 'rect': {
      const { k } = scene.turn;
      const [x, y] = at(scene.turn, number(a.x), number(a.y));
      const size = { width: number(a.width) * k, height: number(a.height) * k };
      return [{ kind: 'bar', name: scene.name || 'Bar', x, y, ...size, paint: paintOf(a, scene) }];
    }
    case 'circle': {
      const [x, y] = at(scene.turn, number(a.cx), number(a.cy));
      const r = number(a.r) * scene.turn.k;
      return [{ kind: 'dot', name: scene.name || 'Point', x, y, r, paint: paintOf(a, scene) }];
    }
    case 'path':
      return paths(a, { ...scene, turn: turned(scene.turn, a.transform) });
    case 'text':
      return textOf(tag, scene);
    default:
      return [];
  }
}

const number = (text: string | undefined) => Number(text ?? 0);

function at({ k, dx, dy, angle }: Turn, x: number, y: number): [number, number] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return [k * (x * cos - y * sin) + dx, k * (x * sin + y * cos) + dy];
}

function turned(turn: Turn, transform = ''): Turn {
  return [...transform.matchAll(/(translate|scale|rotate)\(([^)]*)\)/g)].reduce((now, [, what, values]) => {
    const [first = 0, second = 0] = values!.split(/[\s,]+/).map(Number);
    if (what === 'scale') return { ...now, k: now.k * first };
    if (what === 'rotate') return { ...now, angle: now.angle + first };
    const [dx, dy] = at(now, first, second);
    return { ...now, dx, dy };
  }, turn);
}

function windowOf(rect: Tag, turn: Turn): Window {
  const { x, y, width, height } = rect.attributes;
  const [x0, y0] = at(turn, number(x), number(y));
  return { x0, y0, x1: x0 + number(width) * turn.k, y1: y0 + number(height) * turn.k };
}

function paintOf(a: Tag['attributes'], { turn, defined }: Scene): Paint {
  const opacity = a['fill-opacity'] ?? a.opacity;
  const line = a.stroke && a.stroke !== 'none' ? a.stroke : undefined;
  const marks = (a['stroke-dasharray'] ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  return {
    ...fillOf(a.fill ?? '#000000', defined),
    opacity: opacity === undefined ? undefined : Number(opacity),
    line,
    width: number(a['stroke-width'] ?? '1') * turn.k,
    dash: !marks.length ? undefined : marks.length > 2 ? 'dashDot' : marks[0]! <= 2 ? 'dot' : 'dash'
  };
}

/** A plain colour, none, or a pattern: the colour of its marks, hatched where they are bars and dotted where they are points. */
function fillOf(fill: string, defined: Scene['defined']): Pick<Paint, 'fill' | 'texture'> {
  if (fill === 'none') return {};
  const pattern = defined.get(/^url\(#([\w-]+)\)$/.exec(fill)?.[1] ?? '');
  const mark = pattern?.children.at(-1);
  if (!mark) return { fill };
  return {
    fill: mark.attributes.fill ?? mark.attributes.stroke,
    texture: mark.name === 'circle' ? 'dotted' : 'hatched'
  };
}

function paths(a: Tag['attributes'], scene: Scene): Shape[] {
  const steps = pathSteps(a.d ?? '').map((step): Step => {
    if (step.to === 'close') return step;
    const [x, y] = at(scene.turn, step.x, step.y);
    if (step.to !== 'curve') return { ...step, x, y };
    const [ax, ay, bx, by] = step.handles;
    return { ...step, x, y, handles: [...at(scene.turn, ax, ay), ...at(scene.turn, bx, by)] };
  });
  const paint = paintOf(a, scene);
  const kept = scene.window ? clipped(steps, scene.window, paint.fill !== undefined) : steps;
  return kept.length > 1 ? [{ kind: 'outline', name: scene.name || 'Shape', steps: kept, paint }] : [];
}

/** What lies in the window, as straight pieces: only the map is cut, and it has no curves. */
function clipped(steps: readonly Step[], window: Window, filled: boolean): Step[] {
  const lines: Point[][] = [];
  for (const step of steps) {
    if (step.to === 'close') lines.at(-1)?.push(lines.at(-1)![0]!);
    else if (step.to === 'start') lines.push([[step.x, step.y]]);
    else lines.at(-1)?.push([step.x, step.y]);
  }
  const parts = lines.flatMap((line) => (filled ? [clipArea(line, window)] : clipLine(line, window)));
  return parts
    .filter((part) => part.length > 1)
    .flatMap((part) => [
      ...part.map(([x, y], i): Step => ({ to: i === 0 ? 'start' : 'line', x, y })),
      ...(filled ? [{ to: 'close' } as const] : [])
    ]);
}

/** Widest a label may be, in px of the slide, before it would need a second line. */
const ROOM = 560;

/** One line of text as a box of its own, set by its baseline; a label of two lines becomes two boxes. */
function textOf(tag: Tag, scene: Scene): Shape[] {
  const base = tag.attributes;
  type Line = { x: number; y: number; words: Words[] };
  const lines: Line[] = [];
  const parts = tag.children.filter((child) => child.name === 'tspan');
  for (const part of parts.length ? parts : [tag]) {
    const own = part.attributes;
    const size = number(own['font-size'] ?? base['font-size'] ?? '12') * scene.turn.k;
    const words: Words = {
      text: part.text.trim(),
      size,
      color: base.fill ?? '#000000',
      bold: (own['font-weight'] ?? base['font-weight']) === 'bold'
    };
    const last = lines.at(-1);
    if (own.x === undefined && last) last.words.push({ ...words, text: ` ${words.text}` });
    else lines.push({ x: number(own.x), y: number(own.y), words: [words] });
  }
  return lines.map(({ x, y, words }) => {
    const [left, baseline] = at(scene.turn, x, y);
    const size = Math.max(...words.map((w) => w.size));
    const align = ({ middle: 'center', end: 'right' } as const)[base['text-anchor'] ?? ''] ?? 'left';
    const shift = { left: 0, center: ROOM / 2, right: ROOM }[align];
    return {
      kind: 'text',
      name: words
        .map((w) => w.text)
        .join('')
        .slice(0, 60),
      x: left - shift,
      y: baseline - size * 0.93,
      width: ROOM,
      height: size * 1.2,
      lines: [words],
      align,
      wrap: false
    };
  });
}
