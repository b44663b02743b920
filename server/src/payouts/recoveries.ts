import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { decideHeard } from '@guanhu/shared/appraisal/year-stop.rules';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type {
  DecideRecoveryBody,
  ListRecoveriesQuery,
  ProposeRecoveryBody,
  RecordRepaymentBody,
  Recovery,
  RecoveryPage,
} from '@guanhu/shared/payouts/recoveries.contract';
import type { PostingKind } from '@guanhu/shared/payouts/ledger.rules';
import { decideAmount, decideRepayment, decideSecond, moveRecovery } from '@guanhu/shared/payouts/recovery.rules';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { readBatch } from './batch.store.ts';
import { lockEntitlement, readEntitlements } from './entitlement.store.ts';
import { post } from './ledger.store.ts';
import { payeeTies } from './payee-ties.ts';
import * as store from './recovery.store.ts';

/** Money got by deceit is asked back by two people after the guardian was heard. It stands beside the payments and takes nothing from any. */
@Injectable()
export class Recoveries {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #agreements: Agreements;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    people: People,
    agreements: Agreements,
    vaults: Vaults,
    audit: Audit,
    outbox: Outbox,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#agreements = agreements;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async list(actor: Actor, query: ListRecoveriesQuery & { limit: number }): Promise<RecoveryPage> {
    const reader = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'recovery:read');
    const { state = null, after: before = null, limit } = query;
    const rows = await store.listRecoveryRows(reader, await this.#vaults.of(reader.countyId), { areas, state, before, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    const answer = await this.#shown(reader, actor, shown);
    await this.#audit.read(reader, { actor, what: 'recovery:list', patientIds: [...new Set(answer.map(each => each.patientId))] });
    return { rows: answer.map(each => each.recovery), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, BATCH_OWN_PARTY, RECOVERY_TOO_MUCH, GUARDIAN_HEARD_DAY_INVALID, INPUT_INVALID when the id is taken */
  async propose(tx: Tx, actor: Actor, entitlementId: Id, body: ProposeRecoveryBody): Promise<Recovery> {
    // Two proposals at once take turns: together they never ask back more than was paid.
    const paid = await lockEntitlement(tx, entitlementId);
    if (!paid) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'recovery:propose', payeeTies(tx, paid));
    unwrap(decideNoParty(standsFor(actor), [paid.guardian_id], 'BATCH_OWN_PARTY'));
    const { recoveryId, amountFen, reason, guardianSaid } = body;
    unwrap(decideAmount(amountFen, paid.state === 'paid' ? paid.amount_fen : 0, await store.askedBack(tx, entitlementId)));
    const guardianHeardOn = calendarDate(body.guardianHeardOn);
    unwrap(decideHeard(guardianHeardOn, paid.from_on, this.#clock.today()));
    const row: store.RecoveryRow = {
      id: recoveryId,
      entitlementId,
      guardianId: paid.guardian_id,
      areaPath: paid.area_path,
      state: 'proposed',
      version: 1,
      amountFen,
      repaidFen: 0,
      reason,
      guardianSaid,
      guardianHeardOn,
      proposedBy: actor.personId,
      proposedAt: this.#clock.now(),
      decidedBy: null,
    };
    if (!(await store.insertRecovery(tx, await this.#vaults.of(tx.countyId), row))) throw new Refusal('INPUT_INVALID', ['body.recoveryId']);
    await this.#deed(tx, actor, row, paid.patient_id, 'proposed', amountFen);
    return this.#one(tx, actor, row);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, RECOVERY_MOVE_NOT_ALLOWED, SECOND_PERSON_NEEDED, BATCH_OWN_PARTY, STALE */
  async decide(tx: Tx, actor: Actor, recoveryId: Id, { version, decision }: DecideRecoveryBody): Promise<Recovery> {
    const { row, patientId } = await this.#lock(tx, actor, recoveryId, 'recovery:decide');
    const state = unwrap(moveRecovery(row.state, decision, row.repaidFen));
    unwrap(decideSecond(standsFor(actor), row.proposedBy, row.guardianId));
    const change = { state, decidedBy: actor.personId, at: this.#clock.now() };
    if (!(await store.moveRecoveryRow(tx, { id: recoveryId, version }, change))) throw new Refusal('STALE');
    if (state === 'owed') await this.#post(tx, row, 'recover', row.amountFen, 'owed');
    else if (row.state === 'owed') await this.#post(tx, row, 'waive', row.amountFen, 'withdrawn');
    await this.#deed(tx, actor, row, patientId, decision === 'agree' ? 'agreed' : 'withdrawn', row.amountFen);
    const payload = { purpose: 'notice', opens: 'passbook', personId: row.guardianId, patientId, objectId: row.entitlementId } as const;
    if (state === 'owed' || row.state === 'owed')
      await this.#outbox.put(tx, { kind: 'remind', key: `recovery:${row.id}:${state}`, payload });
    return this.#one(tx, actor, { ...row, ...change, version: version + 1 });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, RECOVERY_MOVE_NOT_ALLOWED, RECOVERY_TOO_MUCH, BATCH_OWN_PARTY, INPUT_INVALID, STALE */
  async repay(tx: Tx, actor: Actor, recoveryId: Id, body: RecordRepaymentBody): Promise<Recovery> {
    const { row, patientId } = await this.#lock(tx, actor, recoveryId, 'recovery:settle');
    unwrap(decideNoParty(standsFor(actor), [row.guardianId], 'BATCH_OWN_PARTY'));
    const paidOn = calendarDate(body.paidOn);
    if (paidOn > this.#clock.today()) throw new Refusal('INPUT_INVALID', ['body.paidOn']);
    const { amountFen, documentNumber } = body;
    const { state, repaidFen } = unwrap(decideRepayment(row.state, row, amountFen));
    const now = this.#clock.now();
    const repaymentId = await store.insertRepayment(tx, { recoveryId, amountFen, documentNumber, paidOn, recordedBy: actor.personId }, now);
    if (repaymentId === undefined) throw new Refusal('INPUT_INVALID', ['body.documentNumber']);
    if (!(await store.moveRecoveryRow(tx, { id: recoveryId, version: body.version }, { state, repaidFen, at: now })))
      throw new Refusal('STALE');
    await this.#post(tx, row, 'recovered', amountFen, repaymentId);
    await this.#deed(tx, actor, row, patientId, 'repaid', amountFen);
    return this.#one(tx, actor, { ...row, state, repaidFen, version: body.version + 1 });
  }

  /** The money moves on the line that paid it. */
  async #post(tx: Tx, row: store.RecoveryRow, kind: PostingKind, amountFen: number, turn: string): Promise<void> {
    const [paid] = await readEntitlements(tx, [row.entitlementId]);
    const batch = paid?.batch_id ? await readBatch(tx, paid.batch_id) : undefined;
    if (!batch) throw new Error('money that was paid by no batch');
    await post(tx, {
      officeId: batch.office_id,
      lineId: batch.line_id,
      kind,
      amountFen,
      cause: `${kind}:${row.id}:${turn}`,
      batchId: batch.id,
      entitlementId: row.entitlementId,
    });
  }

  async #lock(tx: Tx, actor: Actor, recoveryId: Id, permission: Permission): Promise<{ row: store.RecoveryRow; patientId: Id }> {
    const row = await store.lockRecovery(tx, await this.#vaults.of(tx.countyId), recoveryId);
    const [paid] = row ? await readEntitlements(tx, [row.entitlementId]) : [];
    if (!row || !paid) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, permission, payeeTies(tx, paid));
    return { row, patientId: paid.patient_id };
  }

  async #one(reader: Reader, actor: Actor, row: store.RecoveryRow): Promise<Recovery> {
    const [one] = await this.#shown(reader, actor, [row]);
    if (!one) throw new Error('a debt that is not shown');
    return one.recovery;
  }

  async #shown(reader: Reader, actor: Actor, rows: readonly store.RecoveryRow[]): Promise<{ recovery: Recovery; patientId: Id }[]> {
    const repayments = await store.repaymentsOf(
      reader,
      rows.map(row => row.id),
    );
    const people = await this.#people.contacts(reader, [
      ...rows.flatMap(row => [row.guardianId, row.proposedBy, row.decidedBy].filter(id => id !== null)),
      ...repayments.map(each => each.recordedBy),
    ]);
    const paid = new Map(
      (
        await readEntitlements(
          reader,
          rows.map(row => row.entitlementId),
        )
      ).map(each => [each.id, each]),
    );
    const agreements = await this.#agreements.byIds(
      reader,
      [...paid.values()].map(each => each.agreement_id),
    );
    const name = (id: Id) => people.get(id)?.name ?? '';
    return rows.flatMap(({ areaPath, guardianId, proposedBy, proposedAt, decidedBy, ...row }) => {
      const entitlement = paid.get(row.entitlementId);
      if (!entitlement) return [];
      const ties = payeeTies(reader, entitlement);
      const other = !standsFor(actor).includes(proposedBy);
      const recovery = {
        ...row,
        agreementNumber: agreements.get(entitlement.agreement_id)?.number ?? '',
        guardianName: name(guardianId),
        from: entitlement.from_on,
        to: entitlement.to_on,
        proposedBy: name(proposedBy),
        proposedAt: proposedAt.toISOString(),
        decidedBy: decidedBy === null ? null : name(decidedBy),
        repayments: repayments
          .filter(each => each.recoveryId === row.id)
          .map(({ amountFen, documentNumber, paidOn, recordedBy }) => ({ amountFen, documentNumber, paidOn, by: name(recordedBy) })),
        may: {
          decide: other && may(actor, 'recovery:decide', ties) && moveRecovery(row.state, 'withdraw', row.repaidFen).granted,
          repay: row.state === 'owed' && may(actor, 'recovery:settle', ties),
        },
      };
      return [{ recovery, patientId: entitlement.patient_id }];
    });
  }

  #deed(
    tx: Tx,
    actor: Actor,
    row: store.RecoveryRow,
    patientId: Id,
    what: 'proposed' | 'agreed' | 'withdrawn' | 'repaid',
    amountFen: number,
  ): Promise<void> {
    return this.#audit.deed(tx, {
      actor,
      act: `payouts:recovery-${what}`,
      objectKind: 'recovery',
      objectId: row.id,
      patientId,
      facts: { amountFen },
    });
  }
}
