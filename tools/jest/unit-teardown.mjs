/** Jest's globalTeardown. */
export { removeBundles as default } from './bundle.mjs';
