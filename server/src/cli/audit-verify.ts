import { HeadSigner, verifyChain } from '../audit/audit.public.ts';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';

/* Verifies every county's audit chain against the heads signed outside the database. Exit code 1 when anything was altered. */
const config = Config.read();
const database = new Database(config.databaseUrl, 1, () => undefined);
const signer = new HeadSigner(config.chainHeadDir);
let bad = 0;
for (const { id } of await database.directory<{ id: number }>('SELECT id FROM county ORDER BY id')) {
  const { deeds, finding, atSeq } = await verifyChain(database.county(id).sql, id, signer.heads(id));
  if (finding) bad++;
  process.stdout.write(`county ${String(id)}: ${String(deeds)} deeds, ${finding ? `${finding} at ${String(atSeq)}` : 'unbroken'}\n`);
}
await database.close();
process.exitCode = bad === 0 ? 0 : 1;
