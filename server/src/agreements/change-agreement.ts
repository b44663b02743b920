import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { moveAgreement, type AgreementEvent } from '@guanhu/shared/agreements/agreement-life.rules';
import type {
  AgreementMoved,
  ResumeAgreementBody,
  SuspendAgreementBody,
  TerminateAgreementBody,
} from '@guanhu/shared/agreements/agreements.contract';
import type { AgreementState } from '@guanhu/shared/agreements/agreements.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Attachments } from '../registry/registry.public.ts';
import * as store from './agreements.store.ts';
import { ReadAgreement } from './read-agreement.ts';
import { TellOfAgreement } from './tell-of-agreement.ts';

/** Pauses, resumes and ends agreements. Days that are decided already stay as they were decided. */
@Injectable()
export class ChangeAgreement {
  readonly #agreements: ReadAgreement;
  readonly #access: Access;
  readonly #attachments: Attachments;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #tell: TellOfAgreement;
  readonly #clock: Clock;

  constructor(
    agreements: ReadAgreement,
    access: Access,
    attachments: Attachments,
    audit: Audit,
    outbox: Outbox,
    tell: TellOfAgreement,
    clock: Clock,
  ) {
    this.#agreements = agreements;
    this.#access = access;
    this.#attachments = attachments;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#tell = tell;
    this.#clock = clock;
  }

  async suspend(tx: Tx, actor: Actor, agreementId: Id, body: SuspendAgreementBody): Promise<AgreementMoved> {
    const { row, state } = await this.#decide(tx, actor, agreementId, 'suspend', body.from);
    const moved = await store.moveRow(tx, agreementId, body.version, { state });
    await store.openPause(tx, agreementId, body.reason, body.from);
    await this.#record(tx, actor, row, moved, 'suspended', body.reason);
    return moved;
  }

  async resume(tx: Tx, actor: Actor, agreementId: Id, body: ResumeAgreementBody): Promise<AgreementMoved> {
    const { row, state } = await this.#decide(tx, actor, agreementId, 'resume', body.from);
    const open = row.pauses.find(pause => pause.until === null);
    if (open && body.from < open.from) throw new Refusal('AGREEMENT_DAY_NOT_ALLOWED');
    const moved = await store.moveRow(tx, agreementId, body.version, { state });
    await store.closePause(tx, agreementId, addDays(body.from, -1));
    await this.#record(tx, actor, row, moved, 'resumed', null);
    return moved;
  }

  async terminate(tx: Tx, actor: Actor, agreementId: Id, body: TerminateAgreementBody): Promise<AgreementMoved> {
    // The day after the last one is the first without duty: nothing decided may lie behind it.
    const { row, state } = await this.#decide(tx, actor, agreementId, 'terminate', addDays(body.lastDay, 1));
    const moved = await store.moveRow(tx, agreementId, body.version, { state, lastOn: body.lastDay });
    // It never came into force: pages that were photographed for it may go.
    if (row.state === 'signedByGuardian') await this.#attachments.restOn(tx, agreementId, row.patient_id, []);
    await this.#record(tx, actor, row, moved, 'terminated', body.reason);
    return moved;
  }

  /** @param day the first day for which something changes: inside the term or right after it, and later than all decided days */
  async #decide(
    tx: Tx,
    actor: Actor,
    agreementId: Id,
    event: AgreementEvent,
    day: CalendarDate,
  ): Promise<{ row: store.AgreementRow; state: AgreementState }> {
    const { ties } = await this.#agreements.readable(tx, actor, agreementId);
    const row = await store.lockAgreement(tx, agreementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'agreement:draft', ties);
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'AGREEMENT_OWN_PARTY'));
    const state = unwrap(moveAgreement(row.state, event));
    const first = row.settled_through === null ? row.from_on : addDays(row.settled_through, 1);
    const last = addDays(row.last_on, event === 'terminate' ? 1 : 0);
    if (day < first || day > last) throw new Refusal('AGREEMENT_DAY_NOT_ALLOWED');
    return { row, state };
  }

  async #record(
    tx: Tx,
    actor: Actor,
    row: store.AgreementRow,
    moved: AgreementMoved,
    act: 'suspended' | 'resumed' | 'terminated',
    reason: string | null,
  ): Promise<void> {
    await store.insertStep(tx, row.id, act, actor.personId, reason, this.#clock.now());
    await this.#audit.deed(tx, {
      actor,
      act: `agreements:${act}`,
      objectKind: 'agreement',
      objectId: row.id,
      patientId: row.patient_id,
      facts: { reason },
    });
    await this.#outbox.put(tx, {
      kind: 'agreement-changed',
      key: `${row.id}:${String(moved.version)}`,
      payload: { agreementId: row.id },
    });
    // The agreement promises that the guardian is told.
    await this.#tell.guardian(tx, row, `${act}:${String(moved.version)}`);
  }
}
