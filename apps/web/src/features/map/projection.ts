import { geoAzimuthalEqualArea, type GeoProjection } from 'd3-geo';

export const mapWidth = 960;
export const mapHeight = 900;

/** Lambert's azimuthal equal-area projection centred as in ETRS89-LAEA (EPSG:3035), the one that European statistics use. */
export function europe(): GeoProjection {
  return geoAzimuthalEqualArea()
    .rotate([-10, -52])
    .fitExtent(
      [
        [0, 0],
        [mapWidth, mapHeight],
      ],
      { type: 'MultiPoint', coordinates: corners },
    );
}

/** Lisbon's west, Cyprus, Lapland and Iceland's east: what the drawing must hold. */
const corners = [
  [-11, 36],
  [-24, 64],
  [29, 70.5],
  [35, 35],
  [15, 35],
];
