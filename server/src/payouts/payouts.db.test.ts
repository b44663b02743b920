import { createCipheriv } from 'node:crypto';
import {
  checkBatch,
  claimEntitlement,
  decideFailure,
  listBatches,
  listEntitlements,
  myEntitlements,
  readBatch,
  readEntitlement,
  readFunds,
  releaseBatch,
  returnBatch,
} from '@guanhu/shared/payouts/payouts.routes';
import { Accounts } from '../access/access.public.ts';
import { newId } from '../platform/ids.ts';
import { MERCHANT_ID, simulatedPay, type SimulatedPay } from '../testing/simulated-pay.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok, rewardCounty, type RewardCounty, type Ward } from '../testing/reward.ts';
import { until } from '../testing/until.ts';
import { PumpBills } from './pump-bills.ts';

let pay: SimulatedPay;
let reward: RewardCounty;
beforeAll(async () => {
  pay = await simulatedPay();
  reward = await rewardCounty({ accounts: { merchants: pay.merchants } });
  pay.direct(reward.county.url);
  await reward.appropriate(100_000_000);
});
afterAll(async () => {
  await reward.county.close();
  await pay.close();
});
afterEach(() => pay.call('DELETE', '/faults'));

type Payee = Ward & { readonly phoneId: string; readonly openid: string };
const payee = async (): Promise<Payee> => {
  const phone = await pay.phone();
  return { ...(await reward.ward({ openid: phone.openid })), ...phone };
};
/** An entitlement that its guardian may claim. */
const claimable = async () => {
  const ward = await payee();
  const id = await reward.entitled(ward);
  return { ward, id, batchId: await reward.released([id]) };
};
const claim = (ward: Ward, id: string, key?: string) =>
  reward.county.call(claimEntitlement, { as: ward.guardian, params: { entitlementId: id }, ...(key ? { key } : {}) });
const look = (ward: Ward, id: string) => reward.county.call(readEntitlement, { as: ward.guardian, params: { entitlementId: id } });
const state = async (ward: Ward, id: string) => (await look(ward, id)).body.state;
const funds = async () => (await reward.county.call(readFunds, { as: reward.people.payer })).body.offices[0];

describe('the whole way of the money', () => {
  it('leads from the approved entitlement through three hands to the guardian’s phone, and the books agree (SJ-20, YM-24)', async () => {
    const ward = await payee();
    const id = await reward.entitled(ward);
    const before = await funds();
    const batchId = await reward.released([id]);
    expect((await funds())?.balances.claimable).toBe((before?.balances.claimable ?? 0) + 60_000);
    const mine = await reward.county.call(myEntitlements, { as: ward.guardian });
    expect(mine.body.rows).toEqual([expect.objectContaining({ id, state: 'claimable', amountFen: 60_000 })]);

    const claimed = await claim(ward, id);
    expect(claimed.body.state).toBe('inTransfer');
    expect(claimed.body.transfer?.mchId).toBe(pay.mchid);
    if (!claimed.body.transfer) throw new Error('no transfer');
    await pay.confirm(ward.phoneId, claimed.body.transfer);
    await until(
      () => state(ward, id),
      now => now === 'paid',
    );
    await reward.county.work();
    const batch = await reward.batch(batchId);
    expect(batch).toMatchObject({ state: 'reconciled', paid: 1 });
    expect(batch.steps.map(step => step.step)).toEqual(['prepared', 'checked', 'released', 'reconciled']);
    expect(await funds()).toMatchObject({ agrees: true });
    expect(await pay.billsTo(ward.openid)).toEqual([expect.objectContaining({ state: 'SUCCESS', amount: 60_000 })]);
    const told = await reward.county.rows.sql<{ kind: string }>(
      `SELECT kind FROM outbox WHERE county_id = $1 AND payload->>'entitlementId' = $2 AND kind LIKE 'entitlement-%' ORDER BY kind`,
      [reward.county.countyId, id],
    );
    expect(told.map(row => row.kind)).toEqual(['entitlement-claimable', 'entitlement-paid']);
  });

  it('names the payee to the platform from 2,000 yuan on', async () => {
    const ward = await payee();
    await pay.call('PUT', `/phones/${ward.phoneId}`, { realName: ward.guardian.name });
    const id = await reward.entitled(ward);
    await reward.county.rows.sql('UPDATE entitlement SET amount_fen = 240000 WHERE county_id = $1 AND id = $2', [
      reward.county.countyId,
      id,
    ]);
    await reward.released([id]);
    const { body } = await claim(ward, id);
    if (!body.transfer) throw new Error('no transfer');
    await pay.confirm(ward.phoneId, body.transfer);
    await until(
      () => state(ward, id),
      now => now === 'paid',
    );
  });
});

describe('three pairs of hands', () => {
  const prepared = async () => {
    const ward = await payee();
    const { body } = await reward.prepare([await reward.entitled(ward)]);
    return { ward, batchId: body.id };
  };

  it('are three persons: neither maker nor checker takes the next step, whatever posts they hold', async () => {
    const { batchId } = await prepared();
    const { sql, countyId } = reward.county.rows;
    const both = async (personId: string, role: string) => {
      await sql(`INSERT INTO post (county_id, id, person_id, role, area_id, from_on) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`, [
        countyId,
        newId(),
        personId,
        role,
        reward.county.areas.township,
      ]);
    };
    await both(reward.people.maker.id, 'townshipLead');
    expect((await reward.check(batchId, reward.people.maker)).refusal.code).toBe('BATCH_SAME_PERSON');
    await reward.check(batchId);
    await both(reward.people.checker.id, 'financeOfficer');
    const checkersPhone = await reward.county.again(reward.people.checker, 'phone');
    const ticket = await reward.stepUp(batchId, reward.people.checker, checkersPhone);
    expect((await reward.release(batchId, ticket, reward.people.checker)).refusal.code).toBe('BATCH_SAME_PERSON');
    expect(await reward.batch(batchId)).toMatchObject({ state: 'checked' });
  });

  it('do not include a party to an agreement inside', async () => {
    const own = await payee();
    const ward = { ...own, guardian: reward.people.checker };
    await reward.county.rows.sql('UPDATE guardianship SET person_id = $3 WHERE county_id = $1 AND patient_id = $2', [
      reward.county.countyId,
      own.patientId,
      reward.people.checker.id,
    ]);
    const drafted = await reward.draft(ward);
    await reward.sign(reward.people.checker, drafted.body);
    const otherLead = await reward.county.person({ role: 'townshipLead', channel: 'desk' });
    expect((await reward.countersign(reward.people.checker, drafted.body.id)).refusal.code).toBe('AGREEMENT_OWN_PARTY');
    await reward.countersign(otherLead, drafted.body.id);
    await reward.county.work();
    const first = await reward.opine(reward.people.doctor, await reward.proposed(drafted.body.id));
    await reward.opine(reward.people.maker, first.body);
    await reward.county.work();
    const { body } = await reward.county.call(listEntitlements, { as: reward.people.maker, query: { state: 'approved' } });
    const mine = body.rows.filter(row => row.agreementId === drafted.body.id).map(row => row.id);
    const batch = await reward.prepare(mine);
    expect((await reward.check(batch.body.id)).refusal.code).toBe('BATCH_OWN_PARTY');
    expect((await reward.batch(batch.body.id)).may).toMatchObject({ check: false });
    expect((await reward.check(batch.body.id, otherLead)).body.state).toBe('checked');
  });

  it('do not include a deputy of a party: not at review, appraisal, check or release', async () => {
    const { county, people } = reward;
    const ward = await payee();
    const standIn = async (officer: TestPerson) => {
      await county.rows.sql(
        'INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $5)',
        [county.countyId, newId(), ward.guardian.id, officer.id, county.clock.today()],
      );
      return officer;
    };
    const [village, doctor, lead, finance] = [
      await standIn(await county.person({ role: 'villageLead', area: county.areas.village })),
      await standIn(await county.person({ role: 'mentalHealthDoctor' })),
      await standIn(await county.person({ role: 'townshipLead', channel: 'desk' })),
      await standIn(await county.person({ role: 'financeOfficer', channel: 'desk' })),
    ];
    const application = await reward.apply(ward);
    expect((await reward.decide(village, application, 'villageReview')).status).not.toBe(200);
    await reward.agree(application);
    const agreementId = await reward.active(ward, { applicationId: application });
    const appraisal = await reward.proposed(agreementId);
    expect((await reward.opine(doctor, appraisal)).refusal.code).toBe('APPRAISAL_OWN_PARTY');
    ok(await reward.opine(people.maker, ok(await reward.opine(people.doctor, appraisal))));
    await county.work();
    const { body } = await county.call(listEntitlements, { as: people.maker, query: { state: 'approved' } });
    const batch = ok(await reward.prepare(body.rows.filter(row => row.agreementId === agreementId).map(row => row.id)));
    expect((await reward.check(batch.id, lead)).refusal.code).toBe('BATCH_OWN_PARTY');
    ok(await reward.check(batch.id));
    const ticket = await reward.stepUp(batch.id, finance, await county.again(finance, 'phone'));
    expect((await reward.release(batch.id, ticket, finance)).refusal.code).toBe('BATCH_OWN_PARTY');
  });

  it('need the payer’s phone: no ticket, another batch’s ticket, a ticket twice', async () => {
    const [a, b] = [await prepared(), await prepared()];
    await reward.check(a.batchId);
    await reward.check(b.batchId);
    expect((await reward.release(a.batchId, newId())).refusal.code).toBe('STEP_UP_NEEDED');
    const ticket = await reward.stepUp(b.batchId);
    expect((await reward.release(a.batchId, ticket)).refusal.code).toBe('STEP_UP_NEEDED');
    expect((await reward.release(b.batchId, ticket)).body.state).toBe('released');
    expect((await reward.release(a.batchId, ticket)).refusal.code).toBe('STEP_UP_NEEDED');
  });

  it('go in order, on the version that was read', async () => {
    const { batchId } = await prepared();
    const ticket = await reward.stepUp(batchId);
    expect((await reward.release(batchId, ticket)).refusal.code).toBe('BATCH_MOVE_NOT_ALLOWED');
    const stale = await reward.county.call(checkBatch, { as: reward.people.checker, params: { batchId }, body: { version: 9 } });
    expect(stale.refusal.code).toBe('STALE');
    expect((await reward.check(batchId)).status).toBe(200);
    expect((await reward.check(batchId)).refusal.code).toBe('BATCH_MOVE_NOT_ALLOWED');
  });

  it('are open to the township’s own offices only', async () => {
    const { batchId } = await prepared();
    const stranger = await reward.county.person({ role: 'townshipLead', area: reward.county.areas.otherTownship });
    for (const route of [readBatch, checkBatch, returnBatch, releaseBatch]) {
      const body = { version: 1, reason: '外人', stepUpTicket: newId() };
      const fitting =
        route === checkBatch
          ? { version: 1 }
          : route === returnBatch
            ? { version: 1, reason: '外人' }
            : { version: 1, stepUpTicket: body.stepUpTicket };
      const answer = await reward.county.call(route, {
        as: stranger,
        params: { batchId },
        ...(route === readBatch ? {} : { body: fitting }),
      });
      expect([answer.status, answer.refusal.code]).toEqual([404, 'NOT_FOUND_OR_NO_ACCESS']);
    }
    expect((await reward.county.call(listBatches, { as: stranger })).body.rows).toEqual([]);
  });

  it('can send a batch back: the money and the entitlements are free again', async () => {
    const { batchId } = await prepared();
    const before = (await funds())?.balances;
    await reward.check(batchId);
    expect((await funds())?.balances.committed).toBe((before?.committed ?? 0) + 60_000);
    const { version, entitlements } = await reward.batch(batchId);
    const returned = await reward.county.call(returnBatch, {
      as: reward.people.payer,
      params: { batchId },
      body: { version, reason: '金额再核一遍' },
    });
    expect(returned.body.state).toBe('returned');
    expect((await funds())?.balances).toEqual(before);
    const again = await reward.prepare(entitlements.map(row => row.id));
    expect(again.body.state).toBe('draft');
    expect((await reward.batch(batchId)).steps.at(-1)).toMatchObject({ step: 'returned', reason: '金额再核一遍' });
  });

  it('takes an entitlement into one batch only', async () => {
    const id = await reward.entitled(await payee());
    const answers = await Promise.all([reward.prepare([id]), reward.prepare([id])]);
    expect(answers.map(each => each.status).sort()).not.toEqual([200, 200]);
    expect(answers.filter(each => each.status === 200)).toHaveLength(1);
    expect((await reward.prepare([newId()])).status).toBe(404);
  });
});

describe('claiming', () => {
  it('twice at once makes one bill', async () => {
    const { ward, id } = await claimable();
    const answers = await Promise.all([claim(ward, id), claim(ward, id), claim(ward, id)]);
    expect(answers.map(each => each.status)).toEqual([200, 200, 200]);
    expect(answers.map(each => each.body.state)).toEqual(['inTransfer', 'inTransfer', 'inTransfer']);
    expect(await pay.billsTo(ward.openid)).toHaveLength(1);
    const key = newId();
    const [first, again] = [await claim(ward, id, key), await claim(ward, id, key)];
    expect(again.body.transfer).toEqual(first.body.transfer);
  });

  it('is the guardian’s own, in its time, with an account bound', async () => {
    const { id } = await claimable();
    const other = await payee();
    expect((await claim(other, id)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const unbound = await reward.ward();
    const owed = await reward.entitled(unbound);
    expect((await claim(unbound, owed)).refusal.code).toBe('PAYOUT_MOVE_NOT_ALLOWED');
    await reward.released([owed]);
    expect((await claim(unbound, owed)).refusal.code).toBe('PAYEE_NOT_BOUND');
    const phone = await pay.phone();
    await reward.county.rows.inTransaction(tx => reward.county.app.get(Accounts).bind(tx, unbound.guardian.id, phone.openid));
    expect((await claim(unbound, owed)).body.state).toBe('inTransfer');
  });

  it.each([
    ['an answer that never comes back', 'reset-connection'],
    ['a 5xx after the effect', 'error-after-commit'],
    ['a 5xx before the effect', 'error-before-commit'],
    ['an answer with a wrong signature', 'bad-signature-after-commit'],
    ['half an answer', 'truncated-body'],
    ['too many requests', 'rate-limited'],
  ])(
    'survives %s: one bill, and the phone gets its key later',
    async (_, kind) => {
      const { ward, id } = await claimable();
      await pay.fault('create', kind);
      const claimed = await claim(ward, id);
      expect(claimed.body).toMatchObject({ state: 'inTransfer' });
      const seen = await until(
        () => look(ward, id),
        ({ body }) => body.transfer !== undefined,
      );
      if (!seen.body.transfer) throw new Error('no transfer');
      await pay.confirm(ward.phoneId, seen.body.transfer);
      await until(
        () => state(ward, id),
        now => now === 'paid',
      );
      expect(await pay.billsTo(ward.openid)).toHaveLength(1);
    },
    20_000,
  );

  it('gets the key of a bill that began as merely accepted', async () => {
    await pay.call('PUT', '/settings', { firstState: 'accepted' });
    const { ward, id } = await claimable();
    await claim(ward, id);
    await until(
      () => look(ward, id),
      ({ body }) => body.transfer !== undefined,
    );
    await pay.call('PUT', '/settings', { firstState: 'wait' });
    expect(await pay.billsTo(ward.openid)).toHaveLength(1);
  }, 20_000);

  it('is heard of without any callback', async () => {
    const { ward, id } = await claimable();
    await pay.fault('callback', 'lost', { times: null });
    const { body } = await claim(ward, id);
    if (!body.transfer) throw new Error('no transfer');
    await pay.confirm(ward.phoneId, body.transfer);
    await until(
      async () => {
        // As if the time until its next turn had passed.
        await reward.county.rows.sql(`UPDATE bill SET due_at = now() WHERE county_id = $1 AND entitlement_id = $2`, [
          reward.county.countyId,
          id,
        ]);
        await reward.county.app.get(PumpBills).run(reward.county.countyId);
        const [row] = await reward.county.rows.sql<{ state: string }>('SELECT state FROM entitlement WHERE county_id = $1 AND id = $2', [
          reward.county.countyId,
          id,
        ]);
        return row?.state;
      },
      now => now === 'paid',
    );
  });
});

describe('a transfer that failed', () => {
  const failed = async () => {
    const { ward, id, batchId } = await claimable();
    await pay.call('PUT', `/phones/${ward.phoneId}/settings`, { transferFailReason: 'REAL_NAME_CHECK_FAIL' });
    const { body } = await claim(ward, id);
    if (!body.transfer) throw new Error('no transfer');
    await pay.confirm(ward.phoneId, body.transfer);
    const seen = await until(
      () => look(ward, id),
      now => now.body.state === 'failed',
    );
    await pay.call('PUT', `/phones/${ward.phoneId}/settings`, { transferFailReason: null });
    return { ward, id, batchId, say: seen.body.say };
  };
  const decide = async (as: RewardCounty['people']['maker'], id: string, decision: 'retry' | 'giveBack') => {
    const { body } = await reward.county.call(listEntitlements, { as: reward.people.maker, query: { state: 'failed' } });
    const version = body.rows.find(row => row.id === id)?.version ?? 1;
    return reward.county.call(decideFailure, { as, params: { entitlementId: id }, body: { version, decision, reason: '已实名' } });
  };

  it('says why in words, is not claimable, and is paid again only when two persons say so, under a new number', async () => {
    const { ward, id, batchId, say } = await failed();
    expect(say).toContain('实名');
    expect((await claim(ward, id)).refusal.code).toBe('PAYOUT_MOVE_NOT_ALLOWED');
    expect((await decide(reward.people.maker, id, 'retry')).body.waitingForSecond).toBe(true);
    expect((await decide(reward.people.maker, id, 'retry')).refusal.code).toBe('SECOND_PERSON_NEEDED');
    expect((await decide(reward.people.payer, id, 'retry')).body).toMatchObject({ state: 'claimable', waitingForSecond: false });
    const { body } = await claim(ward, id);
    if (!body.transfer) throw new Error('no transfer');
    await pay.confirm(ward.phoneId, body.transfer);
    await until(
      () => state(ward, id),
      now => now === 'paid',
    );
    const bills = await pay.billsTo(ward.openid);
    expect(bills.map(bill => bill.state).sort()).toEqual(['FAIL', 'SUCCESS']);
    expect(new Set(bills.map(bill => bill.outBillNo)).size).toBe(2);
    await reward.county.work();
    expect(await reward.batch(batchId)).toMatchObject({ state: 'reconciled' });
  }, 20_000);

  it('can be given back: the money is available again and the batch reconciles', async () => {
    const { id, batchId } = await failed();
    const before = (await funds())?.balances;
    await decide(reward.people.maker, id, 'giveBack');
    // Another decision by another person is a new proposal, not an agreement.
    expect((await decide(reward.people.payer, id, 'retry')).body.waitingForSecond).toBe(true);
    await decide(reward.people.maker, id, 'giveBack');
    expect((await decide(reward.people.payer, id, 'giveBack')).body).toMatchObject({ state: 'returned' });
    const after = (await funds())?.balances;
    expect((after?.available ?? 0) - (before?.available ?? 0)).toBe(60_000);
    await reward.county.work();
    expect(await reward.batch(batchId)).toMatchObject({ state: 'reconciled' });
  });

  it('because the day passed without a confirmation is failed too, and nothing was paid', async () => {
    const { ward, id } = await claimable();
    await claim(ward, id);
    await pay.call('POST', '/clock', { advanceMilliseconds: 24 * 3_600_000 + 60_000 });
    const seen = await until(
      () => look(ward, id),
      now => now.body.state === 'failed',
    );
    expect(seen.body.say).toContain('24小时');
    await pay.call('POST', '/clock', { advanceMilliseconds: 0 });
  });
});

describe('callbacks', () => {
  const paid = async () => {
    const { ward, id, batchId } = await claimable();
    const { body } = await claim(ward, id);
    if (!body.transfer) throw new Error('no transfer');
    await pay.confirm(ward.phoneId, body.transfer);
    return { ward, id, batchId };
  };
  const postings = async (id: string) =>
    (
      await reward.county.rows.sql<{ kind: string }>(
        'SELECT kind FROM ledger_posting WHERE county_id = $1 AND entitlement_id = $2 ORDER BY id',
        [reward.county.countyId, id],
      )
    ).map(row => row.kind);
  const address = () => `${reward.county.url}/callbacks/wechat-pay/${MERCHANT_ID}`;

  it.each(['duplicate', 'late', 'sign-test', 'bad-signature', 'stale-timestamp'])('%s: counted once', async kind => {
    await pay.fault('callback', kind, { milliseconds: 300 });
    const { ward, id } = await paid();
    await until(
      () => state(ward, id),
      now => now === 'paid',
    );
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(await postings(id)).toEqual(['claim', 'paid']);
    expect(await funds()).toMatchObject({ agrees: true });
  });

  it('of an unknown bill, of another amount, and unsigned ones are refused and write nothing', async () => {
    const { ward, id } = await claimable();
    await claim(ward, id);
    const [bill] = await pay.billsTo(ward.openid);
    if (!bill) throw new Error('no bill');
    const plain = (more: object) => ({
      out_bill_no: bill.outBillNo,
      transfer_bill_no: bill.transferBillNo,
      state: 'SUCCESS',
      mch_id: pay.mchid,
      transfer_amount: 60_000,
      openid: ward.openid,
      create_time: '2026-11-22T10:00:00+08:00',
      update_time: '2026-11-22T10:00:00+08:00',
      ...more,
    });
    const notify = (more: object) =>
      pay.call<{ attempts?: { status: number }[] }>('POST', '/callbacks', { mchId: pay.mchid, notifyUrl: address(), plain: plain(more) });
    await notify({ out_bill_no: 'gh0000000000000000000000000000ab' });
    await notify({ transfer_amount: 1 });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(await state(ward, id)).toBe('inTransfer');
    expect(await postings(id)).toEqual(['claim']);
    const all = await pay.call<{ callbacks: { attempts: { status: number | null }[] }[] }>('GET', '/callbacks');
    expect(all.callbacks.slice(-2).map(each => each.attempts[0]?.status)).toEqual([404, 400]);

    const unsigned = await fetch(address(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect([unsigned.status, await unsigned.json()]).toEqual([401, { code: 'FAIL', message: '签名不正确' }]);
    const nowhere = await fetch(`${reward.county.url}/callbacks/wechat-pay/nobody`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(nowhere.status).toBe(404);
  });

  it('forged with the right seal but without the platform’s signature are refused', async () => {
    const { ward, id } = await claimable();
    await claim(ward, id);
    const [bill] = await pay.billsTo(ward.openid);
    const nonce = 'abcdefghijkl';
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(pay.merchants[0]?.account.apiV3Key ?? ''), Buffer.from(nonce));
    const plain = JSON.stringify({
      out_bill_no: bill?.outBillNo,
      transfer_bill_no: 'x',
      state: 'SUCCESS',
      mch_id: pay.mchid,
      transfer_amount: 60_000,
    });
    const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
    const forged = await fetch(address(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'wechatpay-serial': Object.keys(pay.merchants[0]?.account.publicKeys ?? {})[0] ?? '',
        'wechatpay-timestamp': String(Math.floor(Date.now() / 1000)),
        'wechatpay-nonce': 'forged',
        'wechatpay-signature': Buffer.from('forged').toString('base64'),
      },
      body: JSON.stringify({
        id: 'x',
        event_type: 'MCHTRANSFER.BILL.FINISHED',
        resource_type: 'encrypt-resource',
        resource: { original_type: 'mch_payment', algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data: '' },
      }),
    });
    expect(forged.status).toBe(401);
    expect(await state(ward, id)).toBe('inTransfer');
  });
});

it('keeps merchant keys, payloads and confirmation keys sealed', async () => {
  const [merchant] = await reward.county.database.owner<{ account_sealed: Buffer }>('SELECT account_sealed FROM merchant_account');
  expect(merchant?.account_sealed.includes('PRIVATE KEY')).toBe(false);
  const bills = await reward.county.rows.sql<{ payload_sealed: Buffer }>('SELECT payload_sealed FROM bill WHERE county_id = $1', [
    reward.county.countyId,
  ]);
  expect(bills.every(row => !row.payload_sealed.includes('openid'))).toBe(true);
});

describe('the last fen', () => {
  it('goes to one of two batches that are checked at once', async () => {
    const poor = await rewardCounty({ accounts: { merchants: pay.merchants } });
    try {
      await poor.appropriate(100_000);
      const ids = [await poor.entitled(await poor.ward()), await poor.entitled(await poor.ward())];
      const batches = [await poor.prepare(ids.slice(0, 1)), await poor.prepare(ids.slice(1))];
      const answers = await Promise.all(batches.map(each => poor.check(each.body.id)));
      expect(answers.map(each => each.status).sort()).toEqual([200, 409]);
      expect(answers.find(each => each.status === 409)?.refusal.code).toBe('FUNDS_NOT_ENOUGH');
      const { body } = await poor.county.call(readFunds, { as: poor.people.payer });
      expect(body.offices[0]).toMatchObject({ agrees: true, balances: { available: 40_000, committed: 60_000, received: -100_000 } });
      expect((await poor.appropriate(100_000)).refusal.code).toBe('APPROPRIATION_RECORDED');
    } finally {
      await poor.county.close();
    }
  });

  it('is refused by the database itself to whoever gets past the rules', async () => {
    const { sql, countyId } = reward.county.rows;
    await expect(
      sql(`UPDATE ledger_account SET balance_fen = -1 WHERE county_id = $1 AND account = 'available'`, [countyId]),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(sql('UPDATE ledger_posting SET amount_fen = 1 WHERE county_id = $1', [countyId])).rejects.toMatchObject({ code: '42501' });
    await expect(sql('DELETE FROM bill WHERE county_id = $1', [countyId])).rejects.toMatchObject({ code: '42501' });
  });
});
