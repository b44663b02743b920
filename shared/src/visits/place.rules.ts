import type { VisitWorkPolicy } from '../policy/visit-work.terms.ts';

/** Where a visitor stood: GCJ-02, degrees and metres. */
export type VisitPlace = { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number };

/** A hundredth of a degree: about 1.1 km from south to north, 0.8 to 1 km from west to east in China. */
const GRID_PER_DEGREE = 100;
const GRID_METRES = 1_000;
const EARTH_METRES = 6_371_000;

const toGrid = (degrees: number): number => Math.round(degrees * GRID_PER_DEGREE) / GRID_PER_DEGREE;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The place as it is stored: on a grid of about a kilometre, unless the policy asks for the precise one. */
export const storedPlace = (place: VisitPlace, { place: kept }: Pick<VisitWorkPolicy, 'place'>): VisitPlace =>
  kept === 'precise'
    ? place
    : {
        latitude: toGrid(place.latitude),
        longitude: toGrid(place.longitude),
        accuracyMetres: Math.max(GRID_METRES, place.accuracyMetres),
      };

/** Metres between two places along the ground. */
export function metresBetween(a: VisitPlace, b: VisitPlace): number {
  const [height, width] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const across = Math.sin(height / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(width / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(across)));
}

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Where a patient is usually visited: the middle of earlier visits at home; undefined while there are too few of them. */
export function usualPlace(
  earlier: readonly VisitPlace[],
  { homeFromVisits }: Pick<VisitWorkPolicy, 'homeFromVisits'>,
): VisitPlace | undefined {
  if (earlier.length < homeFromVisits) return undefined;
  return {
    latitude: middle(earlier.map(place => place.latitude)),
    longitude: middle(earlier.map(place => place.longitude)),
    accuracyMetres: middle(earlier.map(place => place.accuracyMetres)),
  };
}
