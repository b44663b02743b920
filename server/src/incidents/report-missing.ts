import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MissingAnswer, ReportMissingBody } from '@guanhu/shared/incidents/missing.contract';
import { decideLastSeen } from '@guanhu/shared/incidents/missing.rules';
import { dayOf, later } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Attachments, Lives } from '../registry/registry.public.ts';
import { incidentOf } from './incident-of.ts';
import { insertMissing } from './missing.store.ts';
import { ReportIncident } from './report-incident.ts';
import { ShowMissing } from './show-missing.ts';

/** Somebody is looked for (走失): the file's life turns, and everybody whom the policy names, the police first, is told at once. */
@Injectable()
export class ReportMissing {
  readonly #teams: Teams;
  readonly #show: ShowMissing;
  readonly #incidents: ReportIncident;
  readonly #lives: Lives;
  readonly #attachments: Attachments;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    show: ShowMissing,
    incidents: ReportIncident,
    lives: Lives,
    attachments: Attachments,
    agenda: Agenda,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#show = show;
    this.#incidents = incidents;
    this.#lives = lives;
    this.#attachments = attachments;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: ReportMissingBody): Promise<MissingAnswer> {
    await this.#teams.requireFor(tx, actor, 'missing:record', patientId);
    const { missingId: id, lastSeenAt: seen, place, clothes, looks, photo, sheetAgreed } = body;
    const [now, lastSeenAt] = [this.#clock.now(), new Date(seen)];
    unwrap(decideLastSeen(lastSeenAt, now));
    const named = await incidentOf(tx, patientId, body.incidentId);
    // A search is an incident: the alarm reaches police, political-legal committee and office; with one that goes on already, those who do not know.
    const incidentId = await this.#incidents.missing(tx, actor, patientId, { named, happenedAt: lastSeenAt });
    const facts = { place, clothes, looks, sheetAgreed };
    const missing = { id, patientId, incidentId, lastSeenAt, facts, photoId: photo?.attachmentId ?? null, by: actor.personId, now };
    if (!(await insertMissing(tx, await this.#vaults.of(tx.countyId), missing))) throw new Refusal('MISSING_ALREADY');
    if (photo) await this.#attachments.keep(tx, actor, { ...photo, patientId, kind: 'incident', what: '走失查找用照片' });
    const life = await this.#lives.find(tx, patientId);
    if (life && life.state !== 'missing') {
      // The life has a turn after which this one comes: somebody may be missed from the day of that turn only.
      const on = later(dayOf(lastSeenAt), life.since ?? dayOf(lastSeenAt));
      await this.#lives.change(tx, actor, patientId, { from: life.state, to: 'missing', on, facts: { reason: '走失', place } });
    }
    // Police look; the village takes the written report to the political-legal committee, whose member was alarmed above. Both today.
    const task = { kind: 'search', patientId, causeId: id, dueOn: dayOf(now) } as const;
    await this.#agenda.openAfter(tx, { ...task, part: 'police', seats: ['police', 'lead'] });
    await this.#agenda.openAfter(tx, { ...task, part: 'committee', seats: ['securityOfficer', 'lead', 'gridWorker'] });
    await this.#audit.deed(tx, { actor, act: 'incidents:missing-reported', objectKind: 'missing', objectId: id, patientId });
    return this.#show.view(tx, id);
  }
}
