import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { FormAnswers } from '@guanhu/shared/visits/answers.rules';
import type { NextVisitsAnswer, VisitAnswer, VisitsAnswer } from '@guanhu/shared/visits/visits.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { readOutcome } from './outcome.store.ts';
import { readPresences } from './presence.store.ts';
import { readReferralOf } from './referral.store.ts';
import { photoView } from './attach-visit-photo.ts';
import { readPhotos } from './visit-photo.store.ts';
import { readWatch } from './visit-watch.store.ts';
import { VisitForms } from './visit-forms.ts';
import { readVisits, readWholeVisit, type VisitRow, type WholeVisit } from './visits.store.ts';

/** Visits as staff read them, and as the family expects them. */
@Injectable()
export class ReadVisits {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #agenda: Agenda;
  readonly #forms: VisitForms;
  readonly #audit: Audit;

  constructor(database: Database, vaults: Vaults, teams: Teams, people: People, agenda: Agenda, forms: VisitForms, audit: Audit) {
    this.#database = database;
    this.#vaults = vaults;
    this.#teams = teams;
    this.#people = people;
    this.#agenda = agenda;
    this.#forms = forms;
    this.#audit = audit;
  }

  async one(actor: Actor, visitId: Id): Promise<VisitAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const visit = await readWholeVisit(county, vault, visitId);
    if (!visit) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const ties = await this.#teams.requireFor(county, actor, 'visit:read', visit.patientId);
    const photos = may(actor, 'attachment:read', ties) ? await readPhotos(county, visitId) : [];
    const presences = await readPresences(county, vault, visitId);
    const outcome = await readOutcome(county, vault, visitId);
    const contacts = await this.#people.contacts(county, [visit.personId, ...presences.map(one => one.personId)]);
    const nameOf = (personId: Id) => contacts.get(personId)?.name ?? '';
    await this.#audit.read(county, { actor, what: 'visit', patientIds: [visit.patientId] });
    return {
      ...summary(visit),
      patientId: visit.patientId,
      version: visit.version,
      mine: visit.personId === actor.personId,
      visitorName: nameOf(visit.personId),
      place: visit.place,
      recordedAt: visit.recordedAt?.toISOString() ?? null,
      edition: visit.national === null || visit.local === null ? null : { national: visit.national, local: visit.local },
      localFields: [...((await this.#forms.localFields(county, visit.local ?? 0)) ?? [])],
      record: visit.record as FormAnswers | null,
      ...detailsOf(visit),
      presences: presences.map(({ personId, seat, state, reason }) => ({
        personId,
        name: nameOf(personId),
        seat,
        state,
        reason,
        mine: standsFor(actor).includes(personId),
      })),
      outcome: outcome ? { outcome: outcome.outcome, note: outcome.note, at: outcome.at.toISOString() } : null,
      outcomeDueOn: await this.#agenda.dueAfter(county, 'outcome', visitId),
      lookedFor: await this.#lookedFor(county, visit, contacts.get(visit.personId)?.phone ?? null),
      referralId: (await readReferralOf(county, visitId)) ?? null,
      photos: photos.map(photoView),
    };
  }

  async #lookedFor(reader: Reader, { id }: VisitRow, phone: string | null): Promise<VisitAnswer['lookedFor']> {
    const watch = await readWatch(reader, id);
    return watch?.helpAskedAt ? { phone, since: watch.helpAt.toISOString() } : null;
  }

  async ofPatient(actor: Actor, patientId: Id, { after, limit }: { after?: string | undefined; limit: number }): Promise<VisitsAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'visit:read', patientId);
    const rows = await readVisits(county, patientId, readPageKey(after), limit + 1);
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'visit-list', patientIds: [patientId] });
    return { rows: shown.map(summary), next: last ? pageKey(last) : null };
  }

  async next(actor: Actor, patientId: Id): Promise<NextVisitsAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'visit:read-next', patientId);
    const dues = await this.#agenda.dues(county, [patientId]);
    return { visits: dues.map(({ seat, dueOn }) => ({ seat, dueOn })) };
  }
}

const summary = ({ id, seat, at, state, form, result, risk, stability, flags }: VisitRow): VisitsAnswer['rows'][number] => ({
  visitId: id,
  seat,
  at: at.toISOString(),
  state,
  form,
  result,
  risk,
  stability,
  flags: [...flags],
});

function detailsOf({ details }: WholeVisit): Pick<VisitAnswer, 'proposed' | 'lateReason' | 'absorbed' | 'score'> {
  if (details === null) return { proposed: null, lateReason: null, absorbed: null, score: null };
  const { proposed, lateReason, absorbed, score } = details;
  return {
    proposed: proposed && { ...proposed, reasons: [...proposed.reasons] },
    lateReason,
    absorbed: absorbed && { ...absorbed, fields: [...absorbed.fields] },
    score: score && { ...score, points: { ...score.points } },
  };
}
