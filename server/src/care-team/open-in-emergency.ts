import type { Actor } from '@guanhu/shared/access/access.terms';
import type { OpenBody, OpenedAnswer } from '@guanhu/shared/care-team/break-glass.contract';
import { openedAt } from '@guanhu/shared/care-team/break-glass.rules';
import { startOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { PatientAccounts } from '../registry/registry.public.ts';
import { AskOffices } from './ask-offices.ts';
import { countSince, insertOpening } from './break-glass.store.ts';

/** Tries of one person within an hour: an emergency is about one patient, and nobody tries names one after the other. */
const MOST_AN_HOUR = 5;

/** Somebody with a post in the county opens a file they do not answer for, says why, and is asked about it afterwards. */
@Injectable()
export class OpenInEmergency {
  readonly #accounts: PatientAccounts;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #offices: AskOffices;
  readonly #outbox: Outbox;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    accounts: PatientAccounts,
    agenda: Agenda,
    policies: Policies,
    offices: AskOffices,
    outbox: Outbox,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#accounts = accounts;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#offices = offices;
    this.#outbox = outbox;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** A try that finds nobody is written down too. @throws Refusal NOT_FOUND_OR_NO_ACCESS without a post, RATE_LIMITED */
  async run(tx: Tx, actor: Actor, { openingId, who, reason }: OpenBody): Promise<OpenedAnswer> {
    if (actor.posts.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const now = this.#clock.now();
    if ((await countSince(tx, actor.personId, new Date(now.getTime() - 3_600_000))) >= MOST_AN_HOUR) throw new Refusal('RATE_LIMITED');
    const policy = await this.#policies.inForce(tx, 'rights', this.#clock.today(), 'county');
    const { until, reviewBy } = openedAt(now, { minutes: policy.breakGlassMinutes, reviewDays: policy.breakGlassReviewDays });
    const patientId = (await this.#accounts.find(tx, who)) ?? null;
    const { personId, sessionId } = actor;
    const opening = { id: openingId, personId, sessionId, patientId, reason, at: now, until, reviewBy };
    if (!(await insertOpening(tx, await this.#vaults.of(tx.countyId), opening))) throw new Refusal('INPUT_INVALID', ['body.openingId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:opened-in-emergency',
      objectKind: 'break-glass',
      objectId: openingId,
      ...(patientId === null ? {} : { patientId }),
      facts: { by: who.by, found: patientId !== null },
    });
    // Whoever reviews is asked now; the office that answers for the file hears of it.
    for (const permission of ['break-glass:review', 'break-glass:see'] as const)
      await this.#offices.run(tx, { key: `${permission}:${openingId}`, patientId, permission, except: [personId] });
    await this.#agenda.openForOffice(tx, { kind: 'openingReview', patientId, causeId: openingId, dueOn: reviewBy });
    if (patientId === null) {
      // The plan of a day looks after patients: of a try that found nobody, whoever may review it is asked once more on the last day.
      const due = { kind: 'opening-review-due', key: openingId, payload: { openingId }, notBefore: startOf(reviewBy) };
      await this.#outbox.put(tx, due);
    }
    return patientId === null ? { outcome: 'notFound' } : { outcome: 'opened', patientId, until: until.toISOString() };
  }
}
