import type { Id } from '@guanhu/shared/kernel/ids';
import { changesSince, type Basis } from '@guanhu/shared/payouts/frozen.rules';
import { Injectable } from '@nestjs/common';
import { Accounts, People } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Appraisals } from '../appraisal/appraisal.public.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import type { EntitlementRow } from './entitlement.store.ts';
import { freezeInBatch, readFrozen } from './frozen.store.ts';
import { PayChannels } from './pay-channels.ts';

/** What payments rest on: kept when a batch is made, and compared to how it stands whenever somebody looks at the batch. */
@Injectable()
export class FrozenBasis {
  readonly #accounts: Accounts;
  readonly #people: People;
  readonly #channels: PayChannels;
  readonly #agreements: Agreements;
  readonly #appraisals: Appraisals;
  readonly #patients: Patients;
  readonly #vaults: Vaults;

  constructor(
    accounts: Accounts,
    people: People,
    channels: PayChannels,
    agreements: Agreements,
    appraisals: Appraisals,
    patients: Patients,
    vaults: Vaults,
  ) {
    this.#accounts = accounts;
    this.#people = people;
    this.#channels = channels;
    this.#agreements = agreements;
    this.#appraisals = appraisals;
    this.#patients = patients;
    this.#vaults = vaults;
  }

  /** Puts locked entitlements into a batch. */
  async freeze(tx: Tx, batchId: Id, rows: readonly EntitlementRow[]): Promise<void> {
    const vault = await this.#vaults.of(tx.countyId);
    await freezeInBatch(tx, vault, batchId, await this.#now(tx, vault, rows));
  }

  /** What has changed since, in words; by entitlement, of those that stand in a batch. */
  async changes(reader: Reader, rows: readonly EntitlementRow[]): Promise<ReadonlyMap<Id, string[]>> {
    const inside = rows.filter(row => row.batch_id !== null);
    if (inside.length === 0) return new Map();
    const vault = await this.#vaults.of(reader.countyId);
    const frozen = await readFrozen(
      reader,
      vault,
      inside.map(row => row.id),
    );
    const now = await this.#now(reader, vault, inside);
    return new Map(
      [...frozen].map(([id, basis]) => {
        const present = now.get(id);
        return [id, present ? changesSince(basis, present) : []];
      }),
    );
  }

  /** Some look-ups for any number of payments. */
  async #now(reader: Reader, vault: CountyVault, rows: readonly EntitlementRow[]): Promise<ReadonlyMap<Id, Basis>> {
    const payees = [...new Set(rows.map(row => row.guardian_id))];
    const patients = [...new Set(rows.map(row => row.patient_id))];
    const agreementIds = [...new Set(rows.map(row => row.agreement_id))];
    const people = await this.#people.contacts(reader, payees);
    const openids = await this.#accounts.openidsOf(reader, payees);
    const channels = await this.#channels.of(reader, payees);
    const agreements = await this.#agreements.byIds(reader, agreementIds);
    const decided = new Map((await this.#appraisals.ofAgreements(reader, agreementIds)).map(row => [row.id, row.decided_fen]));
    const lives = await this.#patients.states(reader, patients);
    const guardians = new Set((await this.#patients.guardians(reader, patients)).map(row => `${row.patientId}:${row.personId}`));
    const mark = (text: string | undefined) => (text === undefined ? null : vault.digest('payout-basis', text).toString('base64url'));
    const bases = new Map<Id, Basis>();
    for (const row of rows) {
      const [agreement, life, way] = [agreements.get(row.agreement_id), lives.get(row.patient_id), channels.get(row.guardian_id)];
      if (!agreement || !life) throw new Error('an entitlement without its agreement or patient');
      bases.set(row.id, {
        guardianName: people.get(row.guardian_id)?.name ?? '',
        isGuardian: guardians.has(`${row.patient_id}:${row.guardian_id}`),
        wechat: mark(openids.get(row.guardian_id)),
        channel: way?.channel ?? 'wechat',
        account: mark(way?.account ? JSON.stringify([way.account.bank, way.account.number, way.account.holder]) : undefined),
        amountFen: row.amount_fen,
        decidedFen: decided.get(row.appraisal_id) ?? null,
        standard: agreement.standards.map(({ from, yearlyFen }) => `${from}:${String(yearlyFen)}`).join(),
        agreement: agreement.state,
        lastOn: agreement.last_on,
        life,
      });
    }
    return bases;
  }
}
