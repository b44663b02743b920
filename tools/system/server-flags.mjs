/**
 * With these Node runs a server. The young generation gets room for the many requests under way at once: with Node's own 16 MB most of what a
 * request needs outlives a collection that comes too soon, and is copied for nothing.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64'];

/**
 * With these Node runs a worker: what they leave out cost a starting worker two fifths of its processor time (1.45 s with them, 2.4 s without), when
 * its code was still compiled at each start.
 * Prisma's query compiler is a large WebAssembly module, of which what is used often would be compiled once more, for speed, though every query is
 * compiled only once; and young objects are given room for what a start makes, instead of being moved again and again.
 */
export const WORKER_FLAGS = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--min-semi-space-size=16'];
