import type { Actor } from '@guanhu/shared/access/access.terms';
import { TASK_KEYS } from '@guanhu/shared/agenda/task-key.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideConfirmation, isBackfilled } from '@guanhu/shared/medication/confirmation.rules';
import type { ConfirmAnswer, ConfirmBody } from '@guanhu/shared/medication/medication.contract';
import { Injectable } from '@nestjs/common';
import { deedFacts } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { markOf, sealAnswer, Writes, type WriteCall } from '../platform/http/writes.ts';
import { newId } from '../platform/ids.ts';
import { Policies } from '../policy/policy.public.ts';
import { WriteTogether } from './write-together.ts';

type ConfirmCall = WriteCall & { readonly actor: Actor; readonly params: { readonly patientId: Id }; readonly body: ConfirmBody };

/** A guardian says whether a day's medicine was taken. The one write that is its own statement instead of a transaction. */
@Injectable()
export class ConfirmMedication {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #writes: Writes;
  readonly #policies: Policies;
  readonly #teams: Teams;
  readonly #together: WriteTogether;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, writes: Writes, policies: Policies, teams: Teams, together: WriteTogether, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#writes = writes;
    this.#policies = policies;
    this.#teams = teams;
    this.#together = together;
    this.#clock = clock;
  }

  async run(call: ConfirmCall): Promise<ConfirmAnswer> {
    const { actor, body, key } = call;
    const { patientId } = call.params;
    const county = this.#database.county(actor.countyId);
    const [now, today] = [this.#clock.now(), this.#clock.today()];
    const policy = await this.#policies.inForce(county, 'medication', today, { patientId });
    const facts = { on: body.on, today, policy, personId: actor.personId };
    // The day alone needs no row: whether it may be answered at all is decided before anything is written.
    const ofDay = decideConfirmation({ ...facts, regimen: { since: body.on, until: null }, answeredBy: null });
    if (!ofDay.granted) {
      await this.#teams.requireFor(county, actor, 'medication:confirm', patientId);
      throw new Refusal(ofDay.code);
    }

    const { on, why = null } = body;
    const tappedAt = new Date(body.at);
    const backfilled = isBackfilled(on, tappedAt, now);
    const answer: ConfirmAnswer = { on, answer: body.answer, why, backfilled, confirmedAt: now.toISOString() };
    const row = await this.#together.confirm(county, {
      patientId,
      sessionId: actor.sessionId,
      on,
      today,
      answer: body.answer,
      why,
      backfilled,
      tappedAt,
      now,
      mark: markOf(call),
      keptAnswer: sealAnswer(await this.#vaults.of(actor.countyId), key, answer),
      taskKey: TASK_KEYS.medicationConfirmation(patientId, on),
      confirmationId: newId(),
      deed: {
        id: newId(),
        act: 'medication:confirmed',
        objectKind: 'confirmation',
        facts: deedFacts(actor, { on, answer: body.answer, ...(why === null ? {} : { why }), ...(backfilled ? { backfilled } : {}) }),
      },
    });
    if (row?.said === true) return answer;
    if (row === undefined || row.replayed) return this.#writes.keptFor(call);
    if (!row.guards) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    unwrap(decideConfirmation({ ...facts, regimen: row.regimen, answeredBy: row.answered_by }));
    throw new Refusal('STALE'); // another guardian answered between the statement's look and its write
  }
}
