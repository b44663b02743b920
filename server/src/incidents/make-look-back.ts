import type { Actor } from '@guanhu/shared/access/access.terms';
import type { LookBackAnswer, MakeLookBackBody } from '@guanhu/shared/incidents/look-back.contract';
import { decideSpan, offeredSpan } from '@guanhu/shared/incidents/look-back.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { incidentOf } from './incident-of.ts';
import { gatherFacts } from './look-back-facts.ts';
import { insertLookBack } from './look-back.store.ts';
import { ShowLookBack } from './show-look-back.ts';

/** 倒查 after serious harm or a death (DY-11): what was due, done and missed, as it stands now, and never otherwise afterwards. */
@Injectable()
export class MakeLookBack {
  readonly #teams: Teams;
  readonly #show: ShowLookBack;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, show: ShowLookBack, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#show = show;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: MakeLookBackBody): Promise<LookBackAnswer> {
    await this.#teams.requireFor(tx, actor, 'look-back:make', patientId);
    const { lookBackId: id, cause, to } = body;
    const today = this.#clock.today();
    const { lookBackDays } = await this.#policies.inForce(tx, 'handling', today, { patientId });
    const { from } = body.from === undefined ? offeredSpan(to, lookBackDays) : { from: body.from };
    unwrap(decideSpan(from, to, today));
    const incidentId = await incidentOf(tx, patientId, body.incidentId);
    const facts = await gatherFacts(tx, { patientId, from, to });
    const made = { id, patientId, incidentId, cause, from, to, by: actor.personId, now: this.#clock.now(), facts };
    if (!(await insertLookBack(tx, await this.#vaults.of(tx.countyId), made))) throw new Refusal('INPUT_INVALID', ['body.lookBackId']);
    const deed = { actor, act: 'incidents:looked-back', objectKind: 'look-back', objectId: id, patientId, facts: { cause, from, to } };
    await this.#audit.deed(tx, deed);
    return this.#show.view(tx, id);
  }
}
