import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { EndRegimenBody, RegimenAnswer } from '@guanhu/shared/medication/regimen.contract';
import { decideEnd } from '@guanhu/shared/medication/regimen.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { MedicineDates } from './medicine-dates.ts';
import { regimenView } from './regimen-view.ts';
import { closeRegimen, lockNewestRegimen } from './regimen.store.ts';

/** The doctor ends the order without another: nobody is asked about medicine after its last day. */
@Injectable()
export class EndRegimen {
  readonly #teams: Teams;
  readonly #policies: Policies;
  readonly #agenda: Agenda;
  readonly #dates: MedicineDates;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, policies: Policies, agenda: Agenda, dates: MedicineDates, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#policies = policies;
    this.#agenda = agenda;
    this.#dates = dates;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(
    tx: Tx,
    actor: Actor,
    { patientId, regimenId }: { patientId: Id; regimenId: Id },
    body: EndRegimenBody,
  ): Promise<RegimenAnswer> {
    await this.#teams.requireFor(tx, actor, 'regimen:write', patientId);
    const today = this.#clock.today();
    const newest = await lockNewestRegimen(tx, await this.#vaults.of(tx.countyId), patientId);
    if (newest === undefined) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (newest.id !== regimenId) throw new Refusal('STALE');
    const policy = await this.#policies.inForce(tx, 'medication', today, { patientId });
    const until = unwrap(decideEnd({ regimen: newest, lastDay: body.lastDay, policy, today }));
    await closeRegimen(tx, regimenId, until, body.reason);
    if (until < today) {
      await this.#agenda.cancel(tx, patientId, { kind: 'medicationConfirmation' });
      await this.#agenda.cancel(tx, patientId, { kind: 'call', reason: 'medicationSilence' });
    }
    await this.#dates.renew(tx, patientId);
    await this.#audit.deed(tx, {
      actor,
      act: 'regimen:ended',
      objectKind: 'regimen',
      objectId: regimenId,
      patientId,
      facts: { lastDay: until, reason: body.reason },
    });
    return regimenView({ ...newest, until, endReason: body.reason });
  }
}
