/** Jest's globalSetup for tests that need nothing running. */
export { bundleTests as default } from './bundle.mjs';
