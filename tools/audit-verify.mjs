/** `npm run audit:verify`: walks every county's audit chain and compares it with the heads signed outside the database. */
import { runServerCli } from './server-cli.mjs';

runServerCli('audit-verify');
