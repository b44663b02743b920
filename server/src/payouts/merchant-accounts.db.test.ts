import { Places } from '../access/access.public.ts';
import type { Accounts, Config } from '../platform/config/config.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { ok, rewardCounty, type RewardCounty } from '../testing/reward.ts';
import { ScriptedMerchant } from '../testing/scripted-merchant.ts';
import { MerchantAccounts } from './merchant-accounts.ts';

let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty({ openMerchant: new ScriptedMerchant().open });
  await reward.appropriate(100_000_000);
});
afterAll(() => reward.county.close());

type Merchants = Accounts['merchants'];
/** What a server would have that starts with these accounts in its configuration. */
function startedWith(merchants: Merchants): MerchantAccounts {
  const { app, config } = reward.county;
  const accounts = { ...config.accounts, merchants };
  const changed = Object.create(config, { accounts: { value: accounts } }) as Config;
  return new MerchantAccounts(app.get(Database), app.get(Vaults), changed, app.get(Places), new ScriptedMerchant().open);
}
const configured = () => {
  const [one] = reward.county.config.accounts.merchants;
  if (!one) throw new Error('no account in the configuration');
  return one;
};
const kept = () => reward.county.database.owner('SELECT id, mchid, appid, notify_base FROM merchant_account ORDER BY id');
const officesOf = (accounts: MerchantAccounts) => accounts.officesIn(reward.county.rows, [reward.county.areas.township]);

describe('an account of the configuration', () => {
  it.each(['mchid', 'appid'] as const)('keeps its %s: with another one nothing starts, and nothing was changed', async field => {
    const before = await kept();
    const one = configured();
    const other = { ...one, notifyBase: 'https://other.example', account: { ...one.account, [field]: 'another' } };
    await expect(startedWith([other]).upsertFromConfig()).rejects.toThrow(/give a new merchant a new id/);
    expect(await kept()).toEqual(before);
  });

  it('may change everything else', async () => {
    const one = configured();
    await startedWith([{ ...one, notifyBase: 'https://callbacks.example' }]).upsertFromConfig();
    expect(await kept()).toEqual([expect.objectContaining({ notify_base: 'https://callbacks.example' })]);
    await startedWith([one]).upsertFromConfig();
  });

  it('that was taken out pays nothing new, while its office keeps its books; another one takes its place', async () => {
    const one = configured();
    const next = { ...one, id: '01900000-0000-7000-8000-0000000000ff', account: { ...one.account, mchid: '1900000002' } };
    expect(await officesOf(startedWith([one]))).toMatchObject([{ merchantAccountId: one.id, isOpen: true }]);
    expect(await officesOf(startedWith([]))).toMatchObject([{ merchantAccountId: one.id, isOpen: false }]);
    const replaced = startedWith([next]);
    await replaced.upsertFromConfig();
    expect(await officesOf(replaced)).toMatchObject([{ merchantAccountId: next.id, isOpen: true }]);
    // What is under way is still asked about there.
    expect(await replaced.find(one.id)).toMatchObject({ id: one.id });
    expect(await officesOf(startedWith([one]))).toMatchObject([{ merchantAccountId: one.id }]);
  });

  it('that was taken out begins no batch', async () => {
    const id = await reward.entitled(await reward.ward());
    const { merchants } = reward.county.config.accounts;
    const [one] = merchants.splice(0);
    expect((await reward.prepare([id])).refusal.code).toBe('PAYING_OFFICE_MISSING');
    if (one) merchants.push(one);
    ok(await reward.prepare([id]));
  });
});
