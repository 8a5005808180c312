import packed from 'virtual:land';
import { lengthen } from './shortPath.ts';
import type { MapName } from './projection.ts';

/** The land of a picture as paths in half units of its frame: one a place (ISO 3166-1 alpha-3, or "-" for what has no code), the borders between them, the graticule, the outline. */
export type Land = { places: Record<string, string>; borders: string; graticule: string; sphere: string };

const known: Partial<Record<MapName, Land>> = {};

/** The land of a picture, written out when it is first asked for. */
export function landOf(name: MapName): Land {
  const { places, borders, graticule, sphere } = packed[name];
  return (known[name] ??= {
    places: Object.fromEntries(Object.entries(places).map(([id, path]) => [id, lengthen(path)])),
    borders: lengthen(borders),
    graticule: lengthen(graticule),
    sphere: lengthen(sphere)
  });
}
