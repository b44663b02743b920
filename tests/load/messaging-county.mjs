/** A county whose families all have a phone at the simulator, a simulator, and a worker that can be killed. Leaves nothing when stopped. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardianId, patientId } from './large-county-rows.mjs';
import { accessToken, bindPhones, COUNTY, ended, hangPhone, openCounty, rowId, startWorker } from './messaging-parts.mjs';

const FAMILIES = 2_000;
const phoneNumber = n => `1990${String(n).padStart(7, '0')}`;

export async function messagingCounty() {
  const open = await openCounty({ name: 'messaging', patients: FAMILIES, purpose: 'payout' });
  try {
    const templateId = open.accounts.wechat.templates.payout.id;
    const openids = await hangPhones(open.simulatorUrl, templateId);
    await bindFamilies(open.client, open.where, openids, templateId);
    return new MessagingCounty({ ...open, openids });
  } catch (error) {
    await open.stop();
    throw error;
  }
}

/** A phone for every family, which takes our messages. @returns the openids, by family */
export async function hangPhones(simulatorUrl, templateId, families = FAMILIES) {
  const openids = [];
  for (let n = 0; n < families; n++)
    openids.push(await hangPhone(simulatorUrl, templateId, { phoneNumber: phoneNumber(n), label: `监护人${n}` }));
  return openids;
}

export async function bindFamilies(client, where, openids, templateId) {
  const people = openids.map((openid, n) => ({ personId: guardianId(n), openid, phoneNumber: phoneNumber(n) }));
  await bindPhones(client, where, templateId, people);
  const { SHIPPED_POLICIES } = await import(join(import.meta.dirname, '../../shared/dist/policy/shipped-policies.js'));
  // Whatever the hour: no quiet ones.
  const policy = { ...SHIPPED_POLICIES.reminder, quietFrom: '00:00', quietUntil: '00:00' };
  await client.query(
    `INSERT INTO policy_version (county_id, id, kind, seq, effective_on, body, set_by, set_at) VALUES ($1, $2, 'reminder', 1, '2020-01-01', $3, $4, now())`,
    [COUNTY, rowId('43', 0), JSON.stringify(policy), guardianId(0)],
  );
  await client.query('VACUUM ANALYZE');
}

class MessagingCounty {
  #parts;
  #workers = new Set();
  /** The last of the promises that were made, which is claimed last. */
  #last;

  constructor(parts) {
    this.#parts = parts;
  }

  get simulatorUrl() {
    return this.#parts.simulatorUrl;
  }

  /** The product's worker in a process of its own, ready. */
  async startWorker() {
    const child = await startWorker(this.#parts.env);
    this.#workers.add(child);
    return { stop: () => ended(child, 'SIGTERM'), kill: () => ended(child, 'SIGKILL') };
  }

  /** Promises that many messages, family after family; kept from then on. */
  async promise(name, count) {
    const { rows } = await this.#parts.client.query(
      `WITH promised AS (
         INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at)
         SELECT $1, promise_id('remind', $2 || ':' || n), 'remind', $2 || ':' || n, jsonb_build_object('purpose', 'payout', 'personId', family.person_id, 'patientId', family.patient_id,
           'objectId', new_id()), now(), now()
         FROM generate_series(0, $3 - 1) AS n
         JOIN unnest($4::uuid[], $5::uuid[]) WITH ORDINALITY AS family (person_id, patient_id, place) ON family.place = n % $6 + 1 ORDER BY n
         RETURNING id, not_before
       ), due AS (
         INSERT INTO outbox_due (county_id, id, urgent, not_before) SELECT $1, id, false, not_before FROM promised)
       SELECT id FROM promised ORDER BY id DESC LIMIT 1`,
      [COUNTY, name, count, families(guardianId), families(patientId), FAMILIES],
    );
    this.#last = rows[0].id;
  }

  /** Resolves when a worker that began then has tries under way. */
  async sending(since) {
    while (!(await this.isSending(since))) await sleep(2);
  }

  /** Whether tries of a worker that began then are under way, or were when it died. */
  async isSending(since) {
    const { rows } = await this.#parts.client.query(
      `SELECT EXISTS (SELECT FROM message_attempt WHERE county_id = $1 AND state = 'sending' AND at >= $2) AS some`,
      [COUNTY, since],
    );
    return rows[0].some;
  }

  /** Resolves when every message that was promised is kept. */
  async kept() {
    // Asking all the while whether anything is left would keep PostgreSQL busier than the worker does.
    const isDone = 'SELECT NOT EXISTS (SELECT FROM outbox_due WHERE county_id = $1 AND id = $2) AS done';
    while (!(await this.#parts.client.query(isDone, [COUNTY, this.#last])).rows[0].done) await sleep(20);
    await this.#none(`kind = 'remind'`);
  }

  /** Resolves when nothing is left to do now. */
  atRest() {
    return this.#none('due.not_before <= now()');
  }

  async #none(which) {
    for (;;) {
      const { rows } = await this.#parts.client.query(
        `SELECT EXISTS (SELECT FROM outbox_due AS due JOIN outbox USING (county_id, id) WHERE county_id = $1 AND ${which}) AS some`,
        [COUNTY],
      );
      if (!rows[0].some) return;
      await sleep(20);
    }
  }

  accessToken() {
    return accessToken(this.simulatorUrl, this.#parts.accounts);
  }

  /** A message like the product's. */
  bareMessage(n) {
    const { id, keys } = this.#parts.accounts.wechat.templates.payout;
    const values = { what: '有一笔补贴可以领取', when: '2026年6月15日 18:30', note: '点开领取' };
    return {
      touser: this.#parts.openids[n % FAMILIES],
      template_id: id,
      page: `packages/payouts/entitlement/index?entitlementId=${rowId('44', n)}&m=${rowId('45', n)}`,
      data: Object.fromEntries(Object.entries(keys).map(([field, key]) => [key, { value: values[field] }])),
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    };
  }

  /** Of the messages that were promised under this name: how many came by WeChat, twice, otherwise, not at all. */
  async whoWasTold(name) {
    const { rows } = await this.#parts.client.query(
      `SELECT payload ->> 'objectId' AS object, message.id AS message, task.id IS NOT NULL AS called FROM outbox
       LEFT JOIN message ON message.county_id = $1 AND message.key = outbox.key
       LEFT JOIN task ON task.county_id = $1 AND task.cause_id = message.object_id AND task.kind = 'call'
       WHERE outbox.county_id = $1 AND outbox.kind = 'remind' AND outbox.key LIKE $2`,
      [COUNTY, `${name}:%`],
    );
    const { phones } = await (await fetch(`${this.simulatorUrl}/phones`)).json();
    const byWechat = new Map();
    for (const { messages } of phones)
      for (const { page } of messages) {
        const object = new URLSearchParams(page.split('?')[1]).get('entitlementId');
        byWechat.set(object, (byWechat.get(object) ?? 0) + 1);
      }
    const byText = new Map();
    for (const { texts } of phones) for (const { reference } of texts) byText.set(reference, (byText.get(reference) ?? 0) + 1);
    const counts = { told: 0, twice: 0, otherwise: 0, forgotten: 0 };
    for (const { object, message, called } of rows) {
      const times = byWechat.get(object) ?? 0;
      if (times > 0) counts.told += 1;
      if (times > 1 || (byText.get(message) ?? 0) > 1) counts.twice += 1;
      if (times === 0 && (byText.has(message) || called)) counts.otherwise += 1;
      if (times === 0 && !byText.has(message) && !called) counts.forgotten += 1;
    }
    return counts;
  }

  async stop() {
    for (const worker of this.#workers) await ended(worker, 'SIGKILL');
    await this.#parts.stop();
  }
}

const families = idOf => Array.from({ length: FAMILIES }, (_, n) => idOf(n));
