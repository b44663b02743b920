/** Sets up a county: `npm run county -- create --id 1 …`; without arguments it shows every command. */
import { runServerCli } from './server-cli.mjs';

runServerCli('county');
