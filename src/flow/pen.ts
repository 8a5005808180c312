const [minus, dot, comma, zero] = [45, 46, 44, 48];
const [A, C, H, M, V, Z] = [65, 67, 72, 77, 86, 90];
/** The greatest number that is written, in px: beyond any picture. */
const most = 9_999_999;
/** No command takes more room than a curve with six numbers of eleven characters each. */
const mostPerCommand = 80;

/** Writes a number cut to two decimals at a place in a text; gives back where it ends. What is no number becomes 0. */
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let cents = Math.floor(Math.min(most, Math.max(-most, value)) * 100 + 0.5) | 0;
  if (cents < 0) {
    bytes[at++] = minus;
    cents = -cents;
  }
  const whole = (cents / 100) | 0;
  const rest = cents - whole * 100;
  let end =
    at + (whole < 10 ? 1 : whole < 100 ? 2 : whole < 1000 ? 3 : whole < 10_000 ? 4 : String(whole).length);
  for (let i = end - 1, left = whole; i >= at; i--) {
    const tens = (left / 10) | 0;
    bytes[i] = zero + left - tens * 10;
    left = tens;
  }
  if (rest === 0) return end;
  const tenths = (rest / 10) | 0;
  bytes[end++] = dot;
  bytes[end++] = zero + tenths;
  if (rest !== tenths * 10) bytes[end++] = zero + rest - tenths * 10;
  return end;
}

/**
 * Writes path data as bytes and gives them out as one text: with tens of thousands of ribbons, joining texts would
 * take longer than the whole layout.
 */
export class Pen {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** `room` is how many characters are expected; it grows by itself. */
  constructor(room = 512) {
    this.#bytes = new Uint8Array(Math.max(room, mostPerCommand));
  }

  /** How many characters have been written. */
  get length(): number {
    return this.#length;
  }

  /** Room for one more command. */
  #room(): Uint8Array {
    if (this.#length + mostPerCommand > this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#bytes.length);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    return this.#bytes;
  }

  /** Begins a shape at (x, y). */
  start(x: number, y: number): void {
    const bytes = this.#room();
    let at = this.#length;
    bytes[at++] = M;
    at = writeNumber(bytes, at, x);
    bytes[at++] = comma;
    this.#length = writeNumber(bytes, at, y);
  }

  /** Level to x. */
  across(x: number): void {
    const bytes = this.#room();
    bytes[this.#length] = H;
    this.#length = writeNumber(bytes, this.#length + 1, x);
  }

  /** Upright to y. */
  down(y: number): void {
    const bytes = this.#room();
    bytes[this.#length] = V;
    this.#length = writeNumber(bytes, this.#length + 1, y);
  }

  /** A curve from (x0, y0) to (x1, y1) that is level at both ends. */
  curve(x0: number, y0: number, x1: number, y1: number): void {
    const bytes = this.#room();
    let at = this.#length;
    bytes[at++] = C;
    const middle = at;
    at = writeNumber(bytes, at, (x0 + x1) / 2);
    bytes[at++] = comma;
    const size = at - middle;
    at = writeNumber(bytes, at, y0);
    bytes[at++] = comma;
    for (let i = 0; i < size; i++) bytes[at++] = bytes[middle + i]!;
    const height = at;
    at = writeNumber(bytes, at, y1);
    const digits = at - height;
    bytes[at++] = comma;
    at = writeNumber(bytes, at, x1);
    bytes[at++] = comma;
    for (let i = 0; i < digits; i++) bytes[at++] = bytes[height + i]!;
    this.#length = at;
  }

  /** A quarter of an ellipse with radii rx and ry to (x, y). */
  bend(rx: number, ry: number, clockwise: boolean, x: number, y: number): void {
    const bytes = this.#room();
    let at = this.#length;
    bytes[at++] = A;
    for (const number of [rx, ry, 0, 0, clockwise ? 1 : 0, x]) {
      at = writeNumber(bytes, at, number);
      bytes[at++] = comma;
    }
    this.#length = writeNumber(bytes, at, y);
  }

  /** Ends a shape where it began. */
  close(): void {
    this.#room()[this.#length++] = Z;
  }

  /** All that has been written. */
  text(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
  }
}
