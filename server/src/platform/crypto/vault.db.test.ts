import { randomBytes } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../../tools/test-database.mjs';
import { Database } from '../database/database.ts';
import { keyIdOf } from './field-cipher.ts';
import { Vaults } from './vault.ts';

const column = { table: 'person', row: '0190', column: 'name_sealed' };
let fresh: TestDatabase;
let database: Database;
const master = randomBytes(32);

beforeAll(async () => {
  fresh = await freshDatabase();
  database = new Database(fresh.appUrl, 4, () => undefined);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

it('makes one first key though two processes ask at once, and opens across processes', async () => {
  const [one, other] = await Promise.all([1, 2, 3, 4].map(() => new Vaults(database, master).of(1)));
  if (!one || !other) throw new Error('no vaults');
  expect(other.open(column, one.seal(column, '甲'))).toBe('甲');
  expect(await database.county(1).sql('SELECT key_id FROM county_key WHERE county_id = 1')).toHaveLength(1);
});

it('seals under the new key after a rotation, opens the old, and still finds by digest', async () => {
  const vaults = new Vaults(database, master);
  const before = await vaults.of(2);
  const [old, digest] = [before.seal(column, '乙'), before.digest('phone', '19900000001')];
  await vaults.rotate(2, 'sm4-ctr-hmac-sm3');
  const after = await vaults.of(2);
  expect(keyIdOf(after.seal(column, '乙'))).toBe(keyIdOf(old) + 1);
  expect(after.open(column, old)).toBe('乙');
  expect(after.digest('phone', '19900000001').equals(digest)).toBe(true);
  expect((await new Vaults(database, master).of(2)).open(column, after.seal(column, '丙'))).toBe('丙');
});

it('keeps counties apart and does not open under another master key', async () => {
  const vaults = new Vaults(database, master);
  const [one, two] = [await vaults.of(1), await vaults.of(2)];
  expect(() => two.open(column, one.seal(column, '甲'))).toThrow();
  expect(one.digest('phone', '1').equals(two.digest('phone', '1'))).toBe(false);
  await expect(new Vaults(database, randomBytes(32)).of(1)).rejects.toThrow();
});
