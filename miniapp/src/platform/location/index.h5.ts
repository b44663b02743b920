import type { Place } from './place.ts';

/** A browser tells another system's coordinates, so the browser build sends none: a visit does not need a place. */
export const placeNow = (): Promise<Place | undefined> => Promise.resolve(undefined);
