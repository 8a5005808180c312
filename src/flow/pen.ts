const [minus, dot, comma, zero] = [45, 46, 44, 48];
const [A, C, H, M, V, Z] = [65, 67, 72, 77, 86, 90];
/** The greatest number that is written, in hundredths: 20 million px, beyond any picture. */
const mostCents = 2_000_000_000;

/**
 * Writes path data as bytes and gives them out as one text: with tens of thousands of ribbons, joining texts would
 * take longer than the whole layout.
 */
export class Pen {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** How many characters have been written. */
  get length(): number {
    return this.#length;
  }

  #put(code: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#length);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = code;
  }

  #whole(value: number): void {
    if (value >= 10) this.#whole((value / 10) | 0);
    this.#put(zero + (value % 10));
  }

  /** Writes a number cut to two decimals; what is not a number becomes 0. */
  #number(value: number): void {
    const cents = Math.round(Math.min(mostCents, Math.max(-mostCents, value * 100))) | 0;
    const size = Math.abs(cents);
    const rest = size % 100;
    if (cents < 0) this.#put(minus);
    this.#whole((size / 100) | 0);
    if (rest === 0) return;
    this.#put(dot);
    this.#put(zero + ((rest / 10) | 0));
    if (rest % 10 !== 0) this.#put(zero + (rest % 10));
  }

  #point(x: number, y: number): void {
    this.#number(x);
    this.#put(comma);
    this.#number(y);
  }

  /** Begins a shape at (x, y). */
  start(x: number, y: number): void {
    this.#put(M);
    this.#point(x, y);
  }

  /** Level to x. */
  across(x: number): void {
    this.#put(H);
    this.#number(x);
  }

  /** Upright to y. */
  down(y: number): void {
    this.#put(V);
    this.#number(y);
  }

  /** A curve from (x0, y0) to (x1, y1) that is level at both ends. */
  curve(x0: number, y0: number, x1: number, y1: number): void {
    const middle = (x0 + x1) / 2;
    this.#put(C);
    this.#point(middle, y0);
    this.#put(comma);
    this.#point(middle, y1);
    this.#put(comma);
    this.#point(x1, y1);
  }

  /** A quarter of an ellipse with radii rx and ry to (x, y). */
  bend(rx: number, ry: number, clockwise: boolean, x: number, y: number): void {
    this.#put(A);
    this.#point(rx, ry);
    this.#put(comma);
    this.#point(0, 0);
    this.#put(comma);
    this.#point(clockwise ? 1 : 0, x);
    this.#put(comma);
    this.#number(y);
  }

  /** Ends a shape where it began. */
  close(): void {
    this.#put(Z);
  }

  /** All that has been written. */
  text(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
  }
}
