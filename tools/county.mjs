/**
 * Sets up a county: `npm run county -- create --id 1 …` (run it without arguments to see every command).
 * It connects like the server, so the server's environment must be set; nothing but the database is touched.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../server/dist/cli/county.js');
if (!existsSync(program)) {
  console.error('The server is not built yet: npm run build');
  process.exit(1);
}
process.exit(spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
