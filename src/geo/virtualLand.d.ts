/** The land of the map, drawn at build time by tools/land.ts and shortened: `pacific` and `world` in half units of the frame. */
declare module 'virtual:land' {
  const land: Record<import('./projection.ts').MapName, import('./land.ts').Land>;
  export default land;
}
