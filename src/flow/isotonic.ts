/** Room for the blocks, kept between calls so that a picture of many columns asks for no memory. */
let mean = new Float64Array(0);
let mass = new Float64Array(0);
let size = new Int32Array(0);

/**
 * The non-decreasing values between `low` and `high` that lie nearest to `target` by weighted least squares, written
 * into `target`: pool adjacent violators (Ayer et al. 1955), then cut to the bounds, which is exact
 * (Barlow et al. 1972, "Statistical Inference under Order Restrictions"). Linear in `count`.
 */
export function isotonic(
  target: Float64Array,
  weight: Float64Array,
  count: number,
  low: number,
  high: number
): void {
  if (mean.length < count) {
    mean = new Float64Array(count);
    mass = new Float64Array(count);
    size = new Int32Array(count);
  }
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    mean[blocks] = target[i]!;
    mass[blocks] = weight[i]!;
    size[blocks] = 1;
    while (blocks > 0 && mean[blocks - 1]! > mean[blocks]!) {
      const sum = mass[blocks - 1]! + mass[blocks]!;
      mean[blocks - 1]! += (mean[blocks]! - mean[blocks - 1]!) * (mass[blocks]! / sum);
      mass[blocks - 1] = sum;
      size[blocks - 1]! += size[blocks]!;
      blocks--;
    }
    blocks++;
  }
  let i = 0;
  for (let b = 0; b < blocks; b++) {
    const value = Math.max(low, Math.min(high, mean[b]!));
    for (let k = 0; k < size[b]!; k++) target[i++] = value;
  }
}
