import { geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { europe, mapHeight, mapWidth } from '../src/features/map/projection.js';

const id = 'virtual:europe-outline';
type Countries = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

function clipped(projection: GeoProjection): GeoProjection {
  return projection.clipExtent([
    [-20, -20],
    [mapWidth + 20, mapHeight + 20],
  ]);
}

type Point = readonly [x: number, y: number];

const move = ([x, y]: Point, [fromX, fromY]: Point) => `${x - fromX},${y - fromY}`;

/**
 * Rounds a path to whole units of the drawing, finer than a pixel at any size that we show, drops points that fall on the
 * one before and rings that shrink to nothing, and writes the rest as steps, which compress to a third.
 */
export function thin(path: string): string {
  return path
    .split(/(?=M)/)
    .map((ring) => {
      const closed = ring.endsWith('Z');
      const points = ring
        .replace(/[MZ]/g, '')
        .split('L')
        .map((point): Point => {
          const [x = 0, y = 0] = point.split(',').map((n) => Math.round(Number(n)));
          return [x, y];
        })
        .filter((point, index, all) => index === 0 || point.join() !== all[index - 1]?.join());
      const [start, ...rest] = points;
      if (!start || rest.length < (closed ? 3 : 1)) return '';
      return `M${start.join()}l${rest.map((point, index) => move(point, points[index] ?? start)).join(' ')}${closed ? 'z' : ''}`;
    })
    .join('');
}

/** Serves `virtual:europe-outline`: coasts and borders of Europe, projected and thinned while building (a few kilobytes instead of 250). */
export function europeOutline(): Plugin {
  return {
    name: 'gemina:europe-outline',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined;
      const atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Countries;
      const draw = geoPath(clipped(europe()));
      const land: GeoPermissibleObjects = feature(atlas, atlas.objects.land);
      const borders: GeoPermissibleObjects = mesh(atlas, atlas.objects.countries, (a, b) => a !== b);
      const outline = { land: thin(draw(land) ?? ''), borders: thin(draw(borders) ?? '') };
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(outline))});`;
    },
  };
}
