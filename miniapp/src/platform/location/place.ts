/** Where the visitor stood, once, in GCJ-02. */
export type Place = { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number };

/** A check-in does not wait longer than this for satellites. */
export const PATIENCE_MS = 6_000;
