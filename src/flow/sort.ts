/** Room for merging, kept between sorts so that a sweep asks for no memory. */
let room: Int32Array = new Int32Array(0);

/**
 * Sorts numbers by their keys, equal keys in the order in which they came: insertion in runs of 12, then merging from
 * below. Several times as fast as `sort` with a function of comparison.
 */
export function sortByKey(list: Int32Array, key: Float64Array): void {
  const n = list.length;
  const run = 12;
  for (let low = 0; low < n; low += run) insertion(list, key, low, Math.min(n, low + run));
  if (room.length < n) room = new Int32Array(n);
  let from: Int32Array = list;
  let to: Int32Array = room;
  for (let width = run; width < n; width *= 2) {
    for (let low = 0; low < n; low += 2 * width) {
      merge(from, to, key, low, Math.min(n, low + width), Math.min(n, low + 2 * width));
    }
    [from, to] = [to, from];
  }
  if (from !== list) list.set(from.subarray(0, n));
}

function insertion(list: Int32Array, key: Float64Array, low: number, high: number): void {
  for (let i = low + 1; i < high; i++) {
    const p = list[i]!;
    const k = key[p]!;
    let j = i - 1;
    for (; j >= low && key[list[j]!]! > k; j--) list[j + 1] = list[j]!;
    list[j + 1] = p;
  }
}

function merge(
  from: Int32Array,
  to: Int32Array,
  key: Float64Array,
  low: number,
  middle: number,
  high: number
): void {
  if (middle >= high || key[from[middle - 1]!]! <= key[from[middle]!]!) {
    for (let k = low; k < high; k++) to[k] = from[k]!;
    return;
  }
  let i = low;
  let j = middle;
  for (let k = low; k < high; k++) {
    to[k] = i < middle && (j >= high || key[from[i]!]! <= key[from[j]!]!) ? from[i++]! : from[j++]!;
  }
}
