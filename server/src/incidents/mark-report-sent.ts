import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MarkSentBody, MissingAnswer } from '@guanhu/shared/incidents/missing.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { MissingOf } from './missing-of.ts';
import { markSent } from './missing.store.ts';
import { ShowMissing } from './show-missing.ts';

/** The written report was handed to the police or to the committee. */
@Injectable()
export class MarkReportSent {
  readonly #missing: MissingOf;
  readonly #show: ShowMissing;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(missing: MissingOf, show: ShowMissing, agenda: Agenda, audit: Audit, clock: Clock) {
    this.#missing = missing;
    this.#show = show;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, missingId: Id, { version, to }: MarkSentBody): Promise<MissingAnswer> {
    const { patientId } = await this.#missing.find(tx, actor, missingId);
    if (!(await markSent(tx, { id: missingId, version, to, now: this.#clock.now() }))) throw new Refusal('STALE');
    // What the police got they still search by; the committee's task was to be told.
    if (to === 'committee')
      await this.#agenda.finishAfter(tx, { kind: 'search', causeId: missingId, part: 'committee', by: actor.personId });
    const deed = { actor, act: 'incidents:missing-told', objectKind: 'missing', objectId: missingId, patientId, facts: { to } };
    await this.#audit.deed(tx, deed);
    return this.#show.view(tx, missingId);
  }
}
