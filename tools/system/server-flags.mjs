/**
 * With these Node runs a server. The young generation gets room for the many requests under way at once: with Node's own 16 MB most of what a
 * request needs outlives a collection that comes too soon, and is copied for nothing.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64'];
