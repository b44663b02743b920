/** A browser page is new at every load. */
export const offerUpdates = (): void => undefined;
