/**
 * The small map of the home view on the briefing's usual day, drawn at build time by tools/virtual.ts: coarse land in
 * units of `1 / scale`, and the arcs.
 */
declare module 'virtual:mini' {
  const mini: { day: string; land: string; scale: number; arcs: readonly import('./mini.ts').MiniArc[] };
  export default mini;
}
