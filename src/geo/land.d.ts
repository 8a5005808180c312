/** The land of the map, drawn at build time by tools/land.ts: `pacific` and `world` in half units of the frame. */
declare module 'virtual:land' {
  const land: {
    pacific: { places: Record<string, string>; borders: string; graticule: string; sphere: string };
    world: { places: Record<string, string>; borders: string; graticule: string; sphere: string };
  };
  export default land;
}
