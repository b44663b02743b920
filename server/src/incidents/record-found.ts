import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MissingAnswer, RecordFoundBody } from '@guanhu/shared/incidents/missing.contract';
import { decideFound } from '@guanhu/shared/incidents/missing.rules';
import { FOUND_CONDITIONS } from '@guanhu/shared/incidents/missing.terms';
import { addDays, dayOf, later } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Lives } from '../registry/registry.public.ts';
import { readOpenStay } from './admission.store.ts';
import { lockPatient } from './incidents.store.ts';
import { MissingOf } from './missing-of.ts';
import { markFound } from './missing.store.ts';
import { ShowMissing } from './show-missing.ts';

/** Somebody was found: the search ends, the file's life turns back, and they are visited. */
@Injectable()
export class RecordFound {
  readonly #missing: MissingOf;
  readonly #show: ShowMissing;
  readonly #lives: Lives;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    missing: MissingOf,
    show: ShowMissing,
    lives: Lives,
    agenda: Agenda,
    planning: Planning,
    policies: Policies,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#missing = missing;
    this.#show = show;
    this.#lives = lives;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, missingId: Id, { version, at, place, condition, words }: RecordFoundBody): Promise<MissingAnswer> {
    const row = await this.#missing.find(tx, actor, missingId);
    if (row.state === 'found') throw new Refusal('MISSING_FOUND');
    const [now, foundAt] = [this.#clock.now(), new Date(at)];
    unwrap(decideFound(foundAt, row.lastSeenAt, now));
    await lockPatient(tx, row.patientId);
    const found = { id: missingId, version, at: foundAt, condition, facts: { place, words }, by: actor.personId };
    if (!(await markFound(tx, await this.#vaults.of(tx.countyId), found))) throw new Refusal('STALE');
    const { patientId } = row;
    const life = await this.#lives.find(tx, patientId);
    if (life?.state === 'missing') {
      const on = later(dayOf(foundAt), life.since ?? dayOf(foundAt));
      const reason = `走失后找到：${FOUND_CONDITIONS[condition]}`;
      // Whoever walked out of a hospital is there until the hospital lets them go.
      if (await readOpenStay(tx, patientId))
        await this.#lives.change(tx, actor, patientId, { from: 'missing', to: 'hospitalised', on, facts: { reason, place } });
      else if (condition === 'elsewhere')
        await this.#lives.change(tx, actor, patientId, { from: 'missing', to: 'away', on, facts: { reason, place } });
      else await this.#lives.change(tx, actor, patientId, { from: 'missing', to: 'inCare', on, facts: { reason } });
    }
    const { foundVisitDays } = await this.#policies.inForce(tx, 'handling', dayOf(now), { patientId });
    await this.#agenda.hasten(tx, patientId, ['doctor', 'lead', 'police', 'gridWorker'], addDays(dayOf(now), foundVisitDays));
    await this.#planning.visitsOf(tx, patientId);
    await this.#agenda.finishAfter(tx, { kind: 'search', causeId: missingId, by: actor.personId });
    const deed = { actor, act: 'incidents:missing-found', objectKind: 'missing', objectId: missingId, patientId, facts: { condition } };
    await this.#audit.deed(tx, deed);
    return this.#show.view(tx, missingId);
  }
}
