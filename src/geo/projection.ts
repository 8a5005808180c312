import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';

/** The two pictures of the earth: the Pacific half in equal area, and the whole world. */
export type MapName = 'pacific' | 'world';

/** Size of each picture in its own units; the land paths are made for these at build time, and run on beyond, for panning. */
export const MAP_FRAME: Record<MapName, { width: number; height: number }> = {
  pacific: { width: 930, height: 450 },
  world: { width: 930, height: 470 }
};

/**
 * The projection of a picture. Pacific: Lambert azimuthal equal-area, centred so that great circles between
 * East Asia and North America stay nearly straight, apart and whole. World: Equal Earth, cut in the Atlantic at 30° W.
 */
export function projectionOf(name: MapName): GeoProjection {
  const projection = made.get(name) ?? make(name);
  made.set(name, projection);
  return projection;
}

/** Each is made once, so that what was computed with it can be kept beside it. */
const made = new Map<MapName, GeoProjection>();

function make(name: MapName): GeoProjection {
  const { width, height } = MAP_FRAME[name];
  if (name === 'world')
    return geoEqualEarth()
      .rotate([-150, 0])
      .fitExtent(
        [
          [4, 4],
          [width - 4, height - 4]
        ],
        { type: 'Sphere' }
      )
      .precision(0.3);
  return geoAzimuthalEqualArea()
    .rotate([172, -19])
    .clipAngle(118)
    .scale(232)
    .translate([width / 2, height / 2 + 4])
    .precision(0.3);
}
