/** With these Node runs a server. */
export const SERVER_FLAGS: readonly string[];
/** With these Node runs a worker. */
export const WORKER_FLAGS: readonly string[];
