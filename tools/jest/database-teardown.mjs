/** Jest's globalTeardown. */
import { removeBundles } from './bundle.mjs';

export default async function teardown() {
  removeBundles();
  await globalThis.guanhuTestPostgres.stop();
}
