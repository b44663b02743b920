/**
 * With these Node runs a server. The young generation gets room for the many requests under way at once: with Node's own 16 MB most of what a
 * request needs outlives a collection that comes too soon, and is copied for nothing.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64'];

/**
 * With these Node runs a worker. Prisma's query compiler is a large WebAssembly module: to compile what of it is used often once more, for speed, costs
 * a worker that starts a fifth of its time, and every query is compiled only once.
 */
export const WORKER_FLAGS = ['--no-wasm-tier-up'];
