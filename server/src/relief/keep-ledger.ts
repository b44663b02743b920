import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { checkGrant } from '@guanhu/shared/relief/relief-life.rules';
import type { EndGrantBody, RecordGrantBody, ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { endGrantRow, insertGrant, readGrant } from './ledger.store.ts';
import { Outlooks } from './outlooks.ts';

/** The ledger of what families have: what was there before anybody applied here, and when something ends. */
@Injectable()
export class KeepLedger {
  readonly #teams: Teams;
  readonly #outlooks: Outlooks;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, outlooks: Outlooks, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#outlooks = outlooks;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal RELIEF_HAD, INPUT_INVALID, NOT_FOUND_OR_NO_ACCESS */
  async record(tx: Tx, actor: Actor, patientId: Id, body: RecordGrantBody): Promise<ReliefOutlook> {
    const ties = await this.#teams.requireFor(tx, actor, 'relief:handle', patientId);
    const { grantId, benefit, from, until = null, amountFen = null, rhythm = null } = body;
    unwrap(checkGrant({ from, until, amountFen, rhythm }));
    await insertGrant(tx, {
      id: grantId,
      patient_id: patientId,
      benefit,
      from_on: from,
      until_on: until,
      amount_fen: amountFen,
      rhythm,
      relief_id: null,
      recordedBy: actor.personId,
      at: this.#clock.now(),
    });
    await this.#deed(tx, actor, 'relief:grant-recorded', grantId, patientId);
    return this.#outlooks.of(tx, actor, patientId, ties);
  }

  /** @throws Refusal INPUT_INVALID when it would end before it began, STALE, NOT_FOUND_OR_NO_ACCESS */
  async end(tx: Tx, actor: Actor, grantId: Id, { version, lastOn }: EndGrantBody): Promise<ReliefOutlook> {
    const grant = await readGrant(tx, grantId);
    if (!grant) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const ties = await this.#teams.requireFor(tx, actor, 'relief:handle', grant.patient_id);
    if (lastOn < grant.from_on || (grant.until_on !== null && lastOn > grant.until_on)) throw new Refusal('INPUT_INVALID', ['body.lastOn']);
    await endGrantRow(tx, grantId, version, lastOn);
    const before = { until: grant.until_on };
    await this.#audit.change(tx, { actor, objectKind: 'relief-grant', objectId: grantId, before, after: { until: lastOn } });
    await this.#deed(tx, actor, 'relief:grant-ended', grantId, grant.patient_id);
    return this.#outlooks.of(tx, actor, grant.patient_id, ties);
  }

  #deed(tx: Tx, actor: Actor, act: string, objectId: Id, patientId: Id): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'relief-grant', objectId, patientId });
  }
}
