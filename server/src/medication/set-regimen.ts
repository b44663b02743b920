import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RegimenAnswer, SetRegimenBody } from '@guanhu/shared/medication/regimen.contract';
import { decideOrder, orderedSince } from '@guanhu/shared/medication/regimen.rules';
import { isDiagnosed } from '@guanhu/shared/registry/patient-life.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Lives } from '../registry/registry.public.ts';
import { MedicineDates } from './medicine-dates.ts';
import { regimenView } from './regimen-view.ts';
import { closeRegimen, insertRegimen, lockNewestRegimen, rememberDrugs, type RegimenRow } from './regimen.store.ts';

/** The doctor orders medicine: the order before it ends the day before and stays in the history. */
@Injectable()
export class SetRegimen {
  readonly #teams: Teams;
  readonly #lives: Lives;
  readonly #policies: Policies;
  readonly #dates: MedicineDates;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, lives: Lives, policies: Policies, dates: MedicineDates, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#lives = lives;
    this.#policies = policies;
    this.#dates = dates;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: SetRegimenBody): Promise<RegimenAnswer> {
    await this.#teams.requireFor(tx, actor, 'regimen:write', patientId);
    const life = await this.#lives.find(tx, patientId);
    if (life && !isDiagnosed(life.state)) throw new Refusal('PATIENT_NOT_DIAGNOSED');
    const vault = await this.#vaults.of(tx.countyId);
    const [now, today] = [this.#clock.now(), this.#clock.today()];
    const newest = (await lockNewestRegimen(tx, vault, patientId)) ?? null;
    if ((newest?.id ?? null) !== body.after) throw new Refusal('STALE');
    const policy = await this.#policies.inForce(tx, 'medication', today, { patientId });
    const { from, until = null } = body;
    const { before } = unwrap(decideOrder({ from, until, newest, policy, today }));

    if (newest !== null && before !== null) await closeRegimen(tx, newest.id, before, null);
    const order = {
      drugs: body.drugs,
      prescriber: body.prescriber ?? null,
      hospital: body.hospital ?? null,
      note: body.note ?? null,
    };
    const regimen: RegimenRow = {
      id: body.regimenId,
      since: from,
      until,
      orderedSince: orderedSince(newest && { ...newest, until: before ?? newest.until }, from),
      source: 'doctor',
      order,
      endReason: null,
      setAt: now,
      runsOutOn: null,
    };
    await insertRegimen(tx, vault, { ...regimen, patientId, order, setBy: actor.personId, now });
    await rememberDrugs(
      tx,
      vault,
      order.drugs.map(drug => drug.name),
      now,
    );
    await this.#dates.renew(tx, patientId);
    await this.#audit.change(tx, { actor, objectKind: 'regimen', objectId: regimen.id, before: newest?.order ?? {}, after: order });
    await this.#audit.deed(tx, {
      actor,
      act: 'regimen:ordered',
      objectKind: 'regimen',
      objectId: regimen.id,
      patientId,
      facts: { from, until, before: newest?.id ?? null, drugs: order.drugs.length },
    });
    return regimenView(regimen);
  }
}
