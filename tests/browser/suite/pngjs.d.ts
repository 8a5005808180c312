declare module 'pngjs' {
  /** What is read of a PNG: its size in pixels and its pixels, four bytes each. */
  export const PNG: { sync: { read(file: Buffer): { width: number; height: number; data: Buffer } } };
}
