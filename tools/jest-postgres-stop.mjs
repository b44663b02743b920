/** Jest's globalTeardown. */
export default () => globalThis.guanhuTestPostgres.stop();
