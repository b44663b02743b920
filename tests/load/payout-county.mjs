/** A county with guardians to pay, a simulator of WeChat Pay, a server and workers that can be killed. Leaves nothing when stopped. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FIRST_TOWNSHIP, guardianId, patientId } from './large-county-rows.mjs';
import { startMeasured } from './measured-program.mjs';
import { bindFamilies, hangPhones } from './messaging-county.mjs';
import { ended, openCounty, startWorker } from './messaging-parts.mjs';

const root = join(import.meta.dirname, '../..');
const product = path => import(join(root, 'server/dist', path));
const COUNTY = 1;
const PAYEES = 300;
/** As many as one batch takes. */
const IN_A_BATCH = 500;
/** Every payment has an amount of its own, by which it is known at the platform whatever number it went under. */
const LEAST_FEN = 10_000;
const LIMITS = { singleMinimum: 10, singleMaximum: 500_000, perUserPerDay: 10 ** 12, perDay: 10 ** 13 };

export async function payoutCounty() {
  const open = await openCounty({ name: 'payout', patients: PAYEES, purpose: 'payout', prepare: generous });
  try {
    const templateId = open.accounts.wechat.templates.payout.id;
    const openids = await hangPhones(open.simulatorUrl, templateId, PAYEES);
    await bindFamilies(open.client, open.where, openids, templateId);
    // Lost calls and killed processes are what is measured: they are not written about.
    const env = { ...open.env, GUANHU_LOG_LEVEL: 'fatal' };
    return new PayoutCounty({ ...open, openids, env });
  } catch (error) {
    await open.stop();
    throw error;
  }
}

/** No limit of the merchant's is in the way. */
function generous({ simulatorFile, accountsFile }) {
  const simulator = JSON.parse(readFileSync(simulatorFile, 'utf8'));
  Object.assign(simulator.merchants[0], { limits: LIMITS, balance: 10 ** 13 });
  writeFileSync(simulatorFile, JSON.stringify(simulator), { mode: 0o600 });
  const accounts = JSON.parse(readFileSync(accountsFile, 'utf8'));
  accounts.merchants[0].account.limits = { singleMinFen: 10, singleMaxFen: 500_000, perPersonDayFen: 10 ** 12, perDayFen: 10 ** 13 };
  writeFileSync(accountsFile, JSON.stringify(accounts), { mode: 0o600 });
}

class PayoutCounty {
  #parts;
  #workers = new Set();
  #made = 0;

  constructor(parts) {
    this.#parts = parts;
  }

  get openids() {
    return this.#parts.openids;
  }

  get merchant() {
    return JSON.parse(readFileSync(this.#parts.accountsFile, 'utf8')).merchants[0];
  }

  query(text, values = []) {
    return this.#parts.client.query(text, values).then(({ rows }) => rows);
  }

  async call(method, path, body) {
    const answer = await fetch(this.#parts.simulatorUrl + path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  /** How fast the platform and we agree to go, and whether payees confirm by themselves. */
  async agree({ creationsPerSecond, callsPerSecond, confirm }) {
    await this.call('PUT', `/merchants/${this.merchant.account.mchid}/rate`, { creationsPerSecond });
    await this.call('PUT', '/settings', { firstState: 'wait', transferMilliseconds: 50, confirmAfterMilliseconds: confirm ? 50 : null });
    await this.call('DELETE', '/faults');
    const accounts = JSON.parse(readFileSync(this.#parts.accountsFile, 'utf8'));
    accounts.merchants[0].account.callsPerSecond = callsPerSecond;
    writeFileSync(this.#parts.accountsFile, JSON.stringify(accounts), { mode: 0o600 });
  }

  async startServer() {
    const { env, serverUrl, directory } = this.#parts;
    return startMeasured({ file: 'server/dist/main.bundle.js', cwd: root, env, url: serverUrl, log: join(directory, 'server.log') });
  }

  /** The product's worker, or a program that spoils it, in a process of its own, ready. */
  async startWorker({ spoiledBy } = {}) {
    const child = await startWorker(this.#parts.env, { spoiledBy });
    this.#workers.add(child);
    return { pid: child.pid, stop: () => ended(child, 'SIGTERM'), kill: () => ended(child, 'SIGKILL') };
  }

  /** Payments that three people have let go; nothing has been promised yet. @returns how to promise their bills, and what they are */
  async released(count) {
    const first = this.#made;
    this.#made += count;
    const total = count * (LEAST_FEN + first) + (count * (count - 1)) / 2;
    const batches = Array.from({ length: Math.ceil(count / IN_A_BATCH) }, (_, n) => ({ id: rowId('62', first + n), n }));
    const lineId = rowId('61', first);
    await this.query('SET session_replication_role = replica');
    await this.query(
      'INSERT INTO budget_line (county_id, id, office_id, year, code, name, planned_fen) VALUES ($1, $2, $2, 2026, $3, $4, $5)',
      [COUNTY, lineId, String(first), '以奖代补', total],
    );
    for (const { id, n } of batches)
      await this.query(
        `INSERT INTO batch (county_id, id, title, state, township_id, area_path, office_id, line_id, merchant_account_id, people, total_fen, created_at)
         VALUES ($1, $2, '测', 'released', $3, ARRAY[$3::uuid], $4, $4, $5, $6, $7, now())`,
        [COUNTY, id, FIRST_TOWNSHIP, lineId, this.merchant.id, ...sumOf(first, count, n)],
      );
    await this.query(
      `INSERT INTO entitlement (county_id, id, agreement_id, appraisal_id, patient_id, guardian_id, area_path, from_on, to_on, kind, seq, full_fen,
         amount_fen, outcome, state, batch_id, created_at)
       SELECT $1, new_id(), new_id(), new_id(), payee.patient_id, payee.guardian_id, ARRAY[$2::uuid], '2026-01-01', '2026-03-31', 'regular', 1,
         $3 + n, $3 + n, 'full', 'claimable', batch.id, now()
       FROM generate_series(0, $4 - 1) AS n
         JOIN unnest($5::uuid[], $6::uuid[]) WITH ORDINALITY AS payee (guardian_id, patient_id, place) ON payee.place = n % $7 + 1
         JOIN unnest($8::uuid[]) WITH ORDINALITY AS batch (id, place) ON batch.place = n / $9 + 1`,
      [
        COUNTY,
        FIRST_TOWNSHIP,
        LEAST_FEN + first,
        count,
        people(guardianId),
        people(patientId),
        PAYEES,
        batches.map(({ id }) => id),
        IN_A_BATCH,
      ],
    );
    await this.query('SET session_replication_role = DEFAULT');
    await this.#bookIn(lineId, total, first);
    await this.query('VACUUM ANALYZE');
    return new Payments(this, { lineId, first, count, total, batchIds: batches.map(({ id }) => id) });
  }

  /** As three people's work leaves the books: all of it stands as claimable. */
  async #bookIn(lineId, total, first) {
    const { Database } = await product('platform/database/database.js');
    const { postMany } = await product('payouts/ledger.store.js');
    const database = new Database(this.#parts.where.appUrl, 1, () => undefined);
    await database
      .county(COUNTY)
      .inTransaction(async tx => {
        for (const kind of ['appropriation', 'commit', 'release'])
          await postMany(tx, [{ officeId: lineId, lineId, kind, amountFen: total, cause: `${kind}:${first}` }]);
      })
      .finally(() => database.close());
  }

  async stop() {
    for (const worker of this.#workers) await ended(worker, 'SIGKILL');
    await this.#parts.stop();
  }
}

const rowId = (kind, n) => `01900000-00${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
const people = idOf => Array.from({ length: PAYEES }, (_, n) => idOf(n));

/** @returns people and total of the `n`-th batch */
function sumOf(first, count, n) {
  const inside = Math.min(IN_A_BATCH, count - n * IN_A_BATCH);
  return [inside, inside * (LEAST_FEN + first + n * IN_A_BATCH) + (inside * (inside - 1)) / 2];
}

/** Payments of one run, and what became of them. */
class Payments {
  #county;
  #what;

  constructor(county, what) {
    this.#county = county;
    this.#what = what;
  }

  get count() {
    return this.#what.count;
  }

  /** What the release of the batches asks for. */
  async promise() {
    await this.#county.query('UPDATE batch SET bills_due_at = now() WHERE county_id = $1 AND id = ANY($2::uuid[])', [
      COUNTY,
      this.#what.batchIds,
    ]);
  }

  /** Resolves when the platform has paid that much beyond `before`. */
  async paid(before, giveUpAfterMs = 120_000) {
    const giveUpAt = Date.now() + giveUpAfterMs;
    while ((await paidBy(this.#county)) < before + this.#what.total && Date.now() < giveUpAt) await sleep(100);
  }

  paidSoFar() {
    return paidBy(this.#county);
  }

  /** Resolves when every bill of it has reached that state in our books. */
  async booked(state) {
    const giveUpAt = Date.now() + 60_000;
    for (;;) {
      const [{ left }] = await this.#county.query(
        `SELECT count(*)::int AS left FROM entitlement LEFT JOIN bill ON bill.county_id = $1 AND bill.entitlement_id = entitlement.id
         WHERE entitlement.county_id = $1 AND batch_id = ANY($2::uuid[]) AND bill.state IS DISTINCT FROM $3`,
        [COUNTY, this.#what.batchIds, state],
      );
      if (left === 0 || Date.now() > giveUpAt) return left;
      await sleep(50);
    }
  }

  /** Every payment beside what the platform paid, known by its amount; and what our own books say. */
  async counted() {
    const { bills, mostCreations } = await this.#county.call('GET', '/bills');
    const times = new Map();
    for (const { state, amount } of bills) if (state === 'SUCCESS') times.set(amount, (times.get(amount) ?? 0) + 1);
    const { first, count, total, lineId } = this.#what;
    let [double, lost, overpaidFen] = [0, 0, 0];
    for (let amount = LEAST_FEN + first; amount < LEAST_FEN + first + count; amount++) {
      const paid = times.get(amount) ?? 0;
      if (paid === 0) lost += 1;
      if (paid > 1) double += 1;
      overpaidFen += Math.max(0, paid - 1) * amount;
    }
    const [books] = await this.#county.query(
      `SELECT coalesce(sum(balance_fen) FILTER (WHERE account = 'paid'), 0)::float8 AS paid, sum(balance_fen)::float8 AS balance FROM ledger_account
       WHERE county_id = $1 AND line_id = $2`,
      [COUNTY, lineId],
    );
    const [posted] = await this.#county.query(
      `SELECT coalesce(sum(amount_fen), 0)::float8 AS fen FROM ledger_posting WHERE county_id = $1 AND line_id = $2 AND kind = 'paid'`,
      [COUNTY, lineId],
    );
    return {
      double,
      lost,
      overpaidFen,
      sumsEqual: books.paid === total && posted.fen === total && books.balance === 0,
      mostInASecond: Math.max(0, ...Object.values(mostCreations)),
    };
  }
}

const paidBy = async county => (await county.call('GET', '/merchants')).merchants.reduce((sum, { paid }) => sum + paid, 0);
