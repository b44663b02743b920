import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays, dayOf } from '@guanhu/shared/kernel/calendar-date';
import { NATIONAL_INTERVAL_DAYS } from '@guanhu/shared/policy/visit-policy.rules';
import type { VisitWorkPolicy } from '@guanhu/shared/policy/visit-work.terms';
import { isLostByMisses } from '@guanhu/shared/visits/misses.rules';
import type { NationalRecord, QuickRecord } from '@guanhu/shared/visits/visit-record.terms';
import { LOST_REASONS } from '@guanhu/shared/visits/visits.terms';
import type { RecordVisitAnswer } from '@guanhu/shared/visits/visits.contract';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Lives } from '../registry/registry.public.ts';
import { insertReferral } from './referral.store.ts';
import { closeAlert, insertAlert, readOpenAlert } from './rights-alert.store.ts';
import { readLater, readTried, type VisitRow } from './visits.store.ts';

type Led = RecordVisitAnswer['led'][number];
const HOUR_MS = 3_600_000;
/** 关锁 and 关锁已解除, 转诊: 是 on the form. */
const CONFINED = 2;
const UNLOCKED = 3;
const REFERRED = 2;
/** 连续3次未访到 on the form. */
const THREE_MISSED = 4;

/** What a finished form leads to besides dates: in the same commit, so that nothing found is lost. */
@Injectable()
export class VisitConsequences {
  readonly #lives: Lives;
  readonly #agenda: Agenda;
  readonly #offices: AskOffices;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(lives: Lives, agenda: Agenda, offices: AskOffices, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#lives = lives;
    this.#agenda = agenda;
    this.#offices = offices;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @returns what it led to. The record is stored already: it counts among those that met nobody. */
  async run(tx: Tx, actor: Actor, visit: VisitRow, record: NationalRecord | QuickRecord, policy: VisitWorkPolicy): Promise<Led[]> {
    if (record.result === 'deceased') return [];
    if (record.result === 'missed') await this.#missed(tx, actor, visit, policy);
    if (record.result !== 'done') return [];
    const led: Led[] = [];
    if (record.confinement === CONFINED && (await this.#alert(tx, actor, visit, policy))) led.push('rightsAlert');
    if (record.confinement === UNLOCKED) await this.#unlocked(tx, actor, visit);
    if (!('stability' in record)) return led;
    if (record.stability === 'unstable') {
      const dueOn = addDays(visit.on, NATIONAL_INTERVAL_DAYS.unstable);
      await this.#agenda.openAfter(tx, { kind: 'outcome', patientId: visit.patientId, causeId: visit.id, seats: ['doctor'], dueOn });
      led.push('outcomeTask');
    }
    if (record.referral === REFERRED) {
      const { referralReason: reason, referralTo: to } = record;
      const facts = { patientId: visit.patientId, visitId: visit.id, reason, to, now: this.#clock.now() };
      const objectId = await insertReferral(tx, await this.#vaults.of(tx.countyId), facts);
      await this.#audit.deed(tx, { actor, act: 'visits:referred', objectKind: 'referral', objectId, patientId: visit.patientId });
      led.push('referral');
    }
    return led;
  }

  /** Missed too often: the file's life turns here, and a report is drafted with it. */
  async #missed(tx: Tx, actor: Actor, { id: visitId, patientId, on }: VisitRow, policy: VisitWorkPolicy): Promise<void> {
    // Two seats may have missed the patient on one day: more rows than days.
    if (!isLostByMisses(await readTried(tx, patientId, policy.lostAfterMisses * 8), policy)) return;
    const facts = { reason: LOST_REASONS[THREE_MISSED], lostReason: THREE_MISSED } as const;
    await this.#lives.found(tx, actor, { patientId, visitId, on, found: { result: 'lost', wandered: false }, facts, overtaken: false });
  }

  async #alert(tx: Tx, actor: Actor, { id: visitId, patientId }: VisitRow, { unlockHours }: VisitWorkPolicy): Promise<boolean> {
    const foundAt = this.#clock.now();
    const dueAt = new Date(foundAt.getTime() + unlockHours * HOUR_MS);
    const alertId = await insertAlert(tx, { patientId, visitId, foundAt, dueAt });
    if (alertId === undefined) return false;
    await this.#agenda.openAfter(tx, {
      kind: 'unlock',
      patientId,
      causeId: alertId,
      seats: ['doctor', 'lead', 'gridWorker'],
      dueOn: dayOf(dueAt),
    });
    await this.#offices.run(tx, { key: `alert:${alertId}`, patientId, permission: 'rights:answer', except: [actor.personId] });
    await this.#audit.deed(tx, { actor, act: 'visits:confinement-found', objectKind: 'rights-alert', objectId: alertId, patientId });
    return true;
  }

  /** A visit that finds the lock gone ends the alert; one that was uploaded late does not, when a later one has found somebody locked up. */
  async #unlocked(tx: Tx, actor: Actor, visit: VisitRow): Promise<void> {
    const alert = await readOpenAlert(tx, visit.patientId);
    if (!alert) return;
    const vault = await this.#vaults.of(tx.countyId);
    if ((await readLater(tx, vault, visit)).some(({ record }) => record?.result === 'done' && record.confinement === CONFINED)) return;
    const ended = { ...alert, outcome: 'unlocked', note: '随访时关锁已解除', by: actor.personId, now: this.#clock.now() } as const;
    await closeAlert(tx, vault, ended);
    await this.#agenda.finishAfter(tx, { kind: 'unlock', causeId: alert.id, by: actor.personId });
    await this.#audit.deed(tx, {
      actor,
      act: 'visits:alert-closed',
      objectKind: 'rights-alert',
      objectId: alert.id,
      patientId: visit.patientId,
    });
  }
}
