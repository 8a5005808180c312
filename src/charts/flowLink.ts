import type { Bar, Ribbon } from '../flow/picture.ts';
import { ribbon as outline } from '../flow/ribbon.ts';
import { ribbonFill, ribbonOpacity } from '../model/looks.ts';
import { withNotes } from '../ui/withNotes.ts';

/** Where a site or a flow leads, by its id within the lens, and how many notes it carries. */
export type Ask = { href: (id: string) => string; notes: (id: string) => number };

type Line = Bar['label']['lines'][number];

/** Least height of a target, in px (WCAG 2.2, 2.5.8). */
const TARGET = 24;
/** About how wide a letter of a label is, in px: of two lines, and of a name and an amount in one. */
const LETTER = { below: 7, beside: 6.8 };

/**
 * A mark of the flows as a link. What it asks for are getters: whatever draws it hears of a change by itself, and each is asked
 * when its part of a thousand is drawn; a derived value each would cost memory that has to be collected again.
 */
class FlowLink<Shape extends { id: string; sentence: string }> {
  readonly id: string;
  constructor(
    readonly shape: Shape,
    protected readonly ask: Ask
  ) {
    this.id = shape.id;
  }
  get href(): string {
    return this.ask.href(this.id);
  }
  get notes(): number {
    return this.ask.notes(this.id);
  }
  /** What is read out: its sentence, with the number of its notes. */
  get name(): string {
    return withNotes(this.shape.sentence, this.notes);
  }
}

/** A ribbon as a link. One of many is hit on an outline of 24 px: that is found sooner than a line of that width, which is hit all along. */
export class RibbonLink extends FlowLink<Ribbon> {
  constructor(
    ribbon: Ribbon,
    ask: Ask,
    private readonly many: boolean
  ) {
    super(ribbon, ask);
  }
  get fill(): string | undefined {
    return ribbonFill(this.shape.kind, this.shape.hue);
  }
  get opacity(): number {
    return ribbonOpacity(this.shape.kind, this.shape.hue);
  }
  /** What a shock leaves of it, as a path; none where that is nothing. */
  get rest(): string | undefined {
    const { left, path, returns, way, width } = this.shape;
    return left > 0.9995 || (returns && left > 0.0005)
      ? path
      : left > 0.0005
        ? outline(way, width * left)
        : undefined;
  }
  private get filled(): boolean {
    return this.many && !this.shape.returns;
  }
  get target(): string {
    const { path, way, width } = this.shape;
    if (!this.filled || width >= TARGET) return path;
    const above = (TARGET - width) / 2;
    return outline(
      way.map((at, i) => (i % 3 === 2 ? at - above : at)),
      TARGET
    );
  }
  /** Width of the target's own line, in px. */
  get reach(): number | undefined {
    return this.filled ? undefined : Math.max(2, TARGET - this.shape.width);
  }
}

/** A site's bar as a link, with the ground behind its label, so that a click between its letters does not go to the ribbon below. */
export class BarLink extends FlowLink<Bar> {
  readonly behind: { x: number; y: number; width: number; height: number };
  constructor(bar: Bar, ask: Ask) {
    super(bar, ask);
    const { lines, anchor, turned } = bar.label;
    const [first = { x: 0, y: 0, text: '' }, second] = lines;
    const { beside } = this;
    const width = turned
      ? 0
      : beside
        ? lines.reduce((sum, line) => sum + line.text.length * LETTER.beside, 6)
        : Math.max(...lines.map((line) => line.text.length * LETTER.below));
    this.behind = {
      x: anchor === 'end' ? first.x - width : first.x,
      y: first.y - 13,
      width,
      height: beside || !second ? 18 : 34
    };
  }
  /** Its name. */
  get first(): Line | undefined {
    return this.shape.label.lines[0];
  }
  /** Its amount, where that has room. */
  get second(): Line | undefined {
    return this.shape.label.lines[1];
  }
  /** Its amount stands behind its name, not below it. */
  get beside(): boolean {
    return this.first?.y === this.second?.y;
  }
  /** How its label lies: over its own ribbon, or down its bar. */
  get lies(): string | undefined {
    const { over, turned } = this.shape.label;
    return turned ? 'over turned' : over ? 'over' : undefined;
  }
  get turn(): string | undefined {
    return this.shape.label.turned && 'rotate(90)';
  }
  /** Height of its target, in px. */
  get high(): number {
    return Math.max(this.shape.height, TARGET);
  }
}
