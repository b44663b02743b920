import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideLane, renewFrom } from '@guanhu/shared/relief/relief-life.rules';
import type { ApplyForReliefBody, ReliefDetail } from '@guanhu/shared/relief/relief.contract';
import { Injectable } from '@nestjs/common';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { saidIn } from '../platform/files/voice-note.ts';
import { Policies } from '../policy/policy.public.ts';
import { readGrants } from './ledger.store.ts';
import { holdsOn } from './outlooks.ts';
import { insertRelief } from './relief.store.ts';
import { Reliefs } from './reliefs.ts';
import { TellOfRelief } from './tell-of-relief.ts';

/** A family applies, or somebody who sits with it. What the outlook says is not asked: whoever wants to apply can. */
@Injectable()
export class ApplyForRelief {
  readonly #teams: Teams;
  readonly #policies: Policies;
  readonly #reliefs: Reliefs;
  readonly #tell: TellOfRelief;
  readonly #clock: Clock;

  constructor(teams: Teams, policies: Policies, reliefs: Reliefs, tell: TellOfRelief, clock: Clock) {
    this.#teams = teams;
    this.#policies = policies;
    this.#reliefs = reliefs;
    this.#tell = tell;
    this.#clock = clock;
  }

  /** @throws Refusal RELIEF_LIVES, RELIEF_HAD, RELIEF_NOT_OFFERED, RELIEF_NO_FAST_LANE, NOT_FOUND_OR_NO_ACCESS, and those of a file */
  async run(tx: Tx, actor: Actor, patientId: Id, body: ApplyForReliefBody): Promise<ReliefDetail> {
    await this.#teams.requireFor(tx, actor, 'relief:apply', patientId);
    const today = this.#clock.today();
    const { policy, seq } = await this.#policies.versionInForce(tx, 'relief', today, { patientId });
    const terms = policy.benefits[body.benefit];
    const fast = unwrap(decideLane(body.fast ?? false, terms));
    const held = (await readGrants(tx, patientId)).find(one => one.benefit === body.benefit && holdsOn(one, today));
    if (held) {
      const renew = renewFrom(held.until_on, policy.renewDays);
      if (renew === null || today < renew) throw new Refusal('RELIEF_HAD');
      await this.#tell.renewed(tx, held.id, actor.personId);
    }
    const one = { benefit: body.benefit, fast, policy_seq: seq };
    await insertRelief(tx, {
      ...one,
      id: body.reliefId,
      patient_id: patientId,
      office: terms.office,
      due_on: await this.#reliefs.dueOn(tx, one, 'collecting'),
      asked: terms.papers,
      created_at: this.#clock.now(),
    });
    return this.#reliefs.record(tx, actor, { id: body.reliefId, state: null }, 'applied', saidIn(body));
  }
}
