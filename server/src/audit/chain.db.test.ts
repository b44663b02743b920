import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../../../tools/test-database.mjs';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { insertDeed } from './audit.store.ts';
import { SealDeeds } from './seal-deeds.ts';
import { HeadSigner } from './sign-head.ts';
import { verifyChain } from './verify-chain.ts';

let fresh: TestDatabase;
let database: Database;
let sealer: SealDeeds;
let signer: HeadSigner;
let heads: string;
const COUNTY = 1;

beforeEach(async () => {
  fresh = await freshDatabase();
  database = new Database(fresh.appUrl, 4, () => undefined);
  sealer = new SealDeeds(database);
  heads = mkdtempSync(join(tmpdir(), 'guanhu-heads-'));
  signer = new HeadSigner(heads);
});
afterEach(async () => {
  await database.close();
  await fresh.drop();
  rmSync(heads, { recursive: true });
});

const act = (count: number) =>
  database.county(COUNTY).inTransaction(async tx => {
    for (let i = 0; i < count; i++)
      await insertDeed(tx, { actor: 'system', act: 'test:done', objectKind: 'thing', objectId: newId(), facts: { i, 说: '好' } });
  });
const verdict = () => verifyChain(database.county(COUNTY).sql, COUNTY, signer.heads(COUNTY));
/** As somebody with the owner's password could. */
const tamper = (sql: string) => fresh.owner(sql);

it('seals what is committed, once, and finds nothing wrong', async () => {
  await act(5);
  expect(await sealer.run(COUNTY)).toBe(5);
  await act(3);
  const both = await Promise.all([sealer.run(COUNTY), sealer.run(COUNTY)]);
  expect(both[0] + both[1]).toBe(3);
  expect(await verdict()).toEqual({ countyId: COUNTY, deeds: 8, finding: null, atSeq: null });
});

it('does not let the application alter or remove a deed', async () => {
  await act(1);
  await expect(database.county(COUNTY).sql(`UPDATE deed SET act = 'x' WHERE county_id = 1`)).rejects.toThrow('permission denied');
  await expect(database.county(COUNTY).sql('DELETE FROM deed WHERE county_id = 1')).rejects.toThrow('permission denied');
  await expect(database.county(COUNTY).sql('UPDATE read_log SET what = NULL WHERE county_id = 1')).rejects.toThrow('permission denied');
});

it.each([
  [`UPDATE deed SET act = 'test:undone' WHERE seal_seq = 3`, 'altered', 3],
  [`UPDATE deed SET facts = facts || '{"i": 99}' WHERE seal_seq = 2`, 'altered', 2],
  [`UPDATE deed SET at = at + interval '1 millisecond' WHERE seal_seq = 1`, 'altered', 1],
  ['DELETE FROM deed WHERE seal_seq = 2', 'gap', 2],
  ['DELETE FROM deed WHERE seal_seq = 5', 'truncated', 4],
])('notices: %s', async (sql, finding, atSeq) => {
  await act(5);
  await sealer.run(COUNTY);
  await tamper(sql);
  expect(await verdict()).toMatchObject({ finding, atSeq });
});

it('notices an end that was cut off together with its head, because the head was signed elsewhere', async () => {
  await act(5);
  await sealer.run(COUNTY);
  await signer.write(database, COUNTY, new Date('2026-01-05T00:30:00Z'));
  const cut = `WITH last AS (SELECT chain_hash FROM deed WHERE seal_seq = 3) UPDATE chain_head SET seq = 3, hash = last.chain_hash FROM last`;
  await fresh.owner('DELETE FROM deed WHERE seal_seq > 3');
  await fresh.owner(cut);
  expect(await verdict()).toMatchObject({ finding: 'truncated', atSeq: 4 });
});

it('notices a chain that was made anew from an altered deed on', async () => {
  await act(3);
  await sealer.run(COUNTY);
  await signer.write(database, COUNTY, new Date('2026-01-05T00:30:00Z'));
  await fresh.owner(`UPDATE deed SET act = 'test:undone' WHERE seal_seq = 2`);
  await fresh.owner('UPDATE deed SET seal_seq = NULL, chain_hash = NULL');
  await fresh.owner('DELETE FROM chain_head');
  await sealer.run(COUNTY);
  expect(await verdict()).toMatchObject({ finding: 'head-mismatch', atSeq: 3 });
});
