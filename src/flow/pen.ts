const minus = 45;
const [A, C, H, M, V, Z] = [65, 67, 72, 77, 86, 90];
/** The greatest number that is written, in px: beyond any picture. */
const most = 9_999_999;
/** No command takes more room than a band with fifteen numbers of twelve characters each. */
const mostPerCommand = 200;

/** Up to four characters as they lie in memory, the first in the lowest byte. */
function packed(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) bytes |= text.charCodeAt(i) << (8 * i);
  return bytes;
}

/** Texts that are written with one store each, which is what makes paths cheap: whole numbers, fractions with a comma. */
const wholeTexts = Array.from({ length: 1000 }, (_, n) => String(n));
const fractionTexts = Array.from({ length: 100 }, (_, n) => `${String(n / 100).slice(1)},`);
const wholes = Int32Array.from(wholeTexts, packed);
const fractions = Int32Array.from(fractionTexts, packed);
const fractionLength = Uint8Array.from(fractionTexts, ({ length }) => length);

/** A number in whole hundredths; what is no number becomes 0. */
function cents(value: number): number {
  return Math.floor(Math.min(most, Math.max(-most, value)) * 100 + 0.5) | 0;
}

/** Writes digits one by one; gives back where they end. */
function writeLong(text: DataView, at: number, whole: number): number {
  for (const digit of String(whole)) text.setUint8(at++, digit.charCodeAt(0));
  return at;
}

/** Writes hundredths as a number and a comma; gives back where they end. Up to three bytes beyond are touched. */
function write(text: DataView, start: number, hundredths: number): number {
  let at = start;
  let left = hundredths;
  if (left < 0) {
    text.setUint8(at++, minus);
    left = -left;
  }
  const whole = (left / 100) | 0;
  if (whole < 1000) {
    text.setInt32(at, wholes[whole]!, true);
    at += whole < 10 ? 1 : whole < 100 ? 2 : 3;
  } else at = writeLong(text, at, whole);
  const fraction = left - whole * 100;
  text.setInt32(at, fractions[fraction]!, true);
  return at + fractionLength[fraction]!;
}

/**
 * Writes path data as bytes and gives them out as one text: with tens of thousands of ribbons, joining texts would
 * take longer than the whole layout.
 */
export class Pen {
  #bytes: Uint8Array<ArrayBuffer>;
  #text: DataView;
  /** Where the next command begins: over the comma that follows the last number. */
  #length = 0;

  /** `room` is how many characters are expected; it grows by itself. */
  constructor(room = 512) {
    this.#bytes = new Uint8Array(Math.max(room, mostPerCommand));
    this.#text = new DataView(this.#bytes.buffer);
  }

  /** How many characters have been written. */
  get length(): number {
    return this.#length;
  }

  /** Writes the letter of a command, with room for the rest of it; gives back where its numbers begin. */
  #begin(letter: number): number {
    if (this.#length + mostPerCommand > this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#bytes.length);
      longer.set(this.#bytes);
      this.#bytes = longer;
      this.#text = new DataView(longer.buffer);
    }
    this.#text.setUint8(this.#length, letter);
    return this.#length + 1;
  }

  /** Begins a shape at (x, y). */
  start(x: number, y: number): void {
    const at = this.#begin(M);
    this.#length = write(this.#text, write(this.#text, at, cents(x)), cents(y)) - 1;
  }

  /** Level to x. */
  across(x: number): void {
    const at = this.#begin(H);
    this.#length = write(this.#text, at, cents(x)) - 1;
  }

  /** Upright to y. */
  down(y: number): void {
    const at = this.#begin(V);
    this.#length = write(this.#text, at, cents(y)) - 1;
  }

  /** A curve from (x0, y0) to (x1, y1) that is level at both ends. */
  curve(x0: number, y0: number, x1: number, y1: number): void {
    let at = this.#begin(C);
    const text = this.#text;
    const middle = cents((x0 + x1) / 2);
    const end = cents(y1);
    at = write(text, at, middle);
    at = write(text, at, cents(y0));
    at = write(text, at, middle);
    at = write(text, at, end);
    at = write(text, at, cents(x1));
    this.#length = write(text, at, end) - 1;
  }

  /** A quarter of an ellipse with radii rx and ry to (x, y). */
  bend(rx: number, ry: number, clockwise: boolean, x: number, y: number): void {
    let at = this.#begin(A);
    for (const number of [rx, ry, 0, 0, clockwise ? 1 : 0, x, y]) at = write(this.#text, at, cents(number));
    this.#length = at - 1;
  }

  /**
   * A whole shape: from (x0, y0) by a curve that is level at both ends to (x1, y1), and back below it by `width`. The
   * same as start, curve, down, curve and close, but most ribbons are one, and each number is rounded once.
   */
  band(x0: number, y0: number, x1: number, y1: number, width: number): void {
    let at = this.#begin(M);
    const text = this.#text;
    const left = cents(x0);
    const middle = cents((x0 + x1) / 2);
    const upper = cents(y0);
    const goal = cents(y1);
    const lower = cents(y0 + width);
    const below = cents(y1 + width);
    at = write(text, write(text, at, left), upper);
    text.setUint8(at - 1, C);
    at = write(text, write(text, at, middle), upper);
    at = write(text, write(text, at, middle), goal);
    at = write(text, write(text, at, cents(x1)), goal);
    text.setUint8(at - 1, V);
    at = write(text, at, below);
    text.setUint8(at - 1, C);
    at = write(text, write(text, at, middle), below);
    at = write(text, write(text, at, middle), lower);
    at = write(text, write(text, at, left), lower);
    text.setUint8(at - 1, Z);
    this.#length = at;
  }

  /** Ends a shape where it began. */
  close(): void {
    this.#length = this.#begin(Z);
  }

  /** All that has been written. */
  text(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
  }
}
