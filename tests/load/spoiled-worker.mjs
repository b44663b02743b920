/** The product's worker from single modules, one of which whoever runs this has changed. */
import { start } from '../../server/dist/worker.js';

await start();
