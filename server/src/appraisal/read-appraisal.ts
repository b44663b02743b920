import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type PatientTies } from '@guanhu/shared/access/permissions.rules';
import { awaitsOpinions } from '@guanhu/shared/appraisal/appraisal-life.rules';
import { laterFacts } from '@guanhu/shared/appraisal/evidence.rules';
import type { AppraisalDetail, AppraisalPage, ListAppraisalsQuery } from '@guanhu/shared/appraisal/appraisal.contract';
import { DUTY_CLAUSES } from '@guanhu/shared/appraisal/appraisal.terms';
import { isCalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './appraisal.store.ts';
import { appraisalTies } from './appraisal-ties.ts';
import { GatherEvidence } from './gather-evidence.ts';
import { objectionsTo } from './objection.store.ts';
import { Objections } from './objections.ts';
import { StopYear } from './stop-year.ts';
import { yearStopOf } from './year-stop.store.ts';

type Row = AppraisalPage['rows'][number];
type Counted = store.AppraisalRow & { readonly opinions: number; readonly mine: boolean };

const keyOf = (row: store.AppraisalRow): string => `${row.to_on}~${row.id}`;

function readKey(after: string | undefined): store.ListKey | null {
  if (after === undefined) return null;
  const [to = '', id = ''] = after.split('~');
  if (!isCalendarDate(to) || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { to, id };
}

/** Appraisals as those read them who decide. */
@Injectable()
export class ReadAppraisal {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #agreements: Agreements;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #evidence: GatherEvidence;
  readonly #objections: Objections;
  readonly #stopYear: StopYear;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    teams: Teams,
    agreements: Agreements,
    patients: Patients,
    people: People,
    places: Places,
    evidence: GatherEvidence,
    objections: Objections,
    stopYear: StopYear,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#agreements = agreements;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#evidence = evidence;
    this.#objections = objections;
    this.#stopYear = stopYear;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, query: ListAppraisalsQuery & { limit: number }): Promise<AppraisalPage> {
    const reader = this.#database.county(actor.countyId);
    const { areas, seats } = this.#access.scope(actor, 'appraisal:read');
    const rows = await store.listAppraisals(reader, {
      areas,
      seats,
      state: query.state ?? null,
      today: this.#clock.today(),
      after: readKey(query.after),
      personId: actor.personId,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(reader, { actor, what: 'appraisal:list', patientIds: [...new Set(shown.map(row => row.patient_id))] });
    return { rows: await this.#rows(reader, shown), next: last ? keyOf(last) : null };
  }

  async one(actor: Actor, appraisalId: Id): Promise<AppraisalDetail> {
    const reader = this.#database.county(actor.countyId);
    const row = await store.readAppraisal(reader, appraisalId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const ties = appraisalTies(reader, row, await this.#teams.tiesOf(reader, row.patient_id));
    this.#access.require(actor, 'appraisal:read', ties);
    const vault = await this.#vaults.of(reader.countyId);
    const opinions = await store.readOpinions(reader, vault, appraisalId);
    const objections = await objectionsTo(reader, vault, [appraisalId]);
    const possible = (await this.#objections.possible(reader, [row], objections)).get(appraisalId) ?? null;
    const [now] = await this.#evidence.of(reader, [row]);
    const mine = opinions.some(each => each.personId === actor.personId && each.round === row.round);
    const [base] = await this.#rows(reader, [
      { ...row, opinions: new Set(opinions.filter(each => each.round === row.round).map(each => each.personId)).size, mine },
    ]);
    if (!base) throw new Error('an appraisal without its row');
    const people = await this.#people.contacts(reader, [row.guardian_id, ...opinions.map(each => each.personId)]);
    await this.#audit.read(reader, { actor, what: 'appraisal:one', patientIds: [row.patient_id] });
    return {
      ...base,
      guardianName: people.get(row.guardian_id)?.name ?? '',
      evidence: shownEvidence(row.evidence),
      clauses: (row.proposal?.clauses ?? []).map(({ clause, finding, reasons }) => ({
        clause,
        label: DUTY_CLAUSES[clause],
        finding,
        reasons: [...reasons],
      })),
      reasons: [...(row.proposal?.reasons ?? [])],
      opinionsGiven: opinions.map(each => ({
        by: people.get(each.personId)?.name ?? '',
        mine: each.personId === actor.personId,
        at: each.at.toISOString(),
        round: each.round,
        outcome: each.outcome,
        payPercent: each.payPercent,
        breaches: each.breaches.map(({ clause, evidence }) => ({ clause, evidence })),
        guardianHeardOn: each.guardianHeardOn,
        note: each.note,
      })),
      finalOn: row.effective_on,
      later: row.evidence && now ? [...laterFacts(row.evidence, now)] : [],
      round: row.round,
      objections: await this.#objections.shown(reader, objections),
      mayRecordObjection: may(actor, 'objection:record', ties) ? possible : null,
      mayRecordTraining: may(actor, 'training:record', ties),
      ...(await this.#stop(reader, actor, row, ties)),
      mayOpine:
        awaitsOpinions(row.state, row.effective_on) && may(actor, 'appraisal:opine', ties) && !standsFor(actor).includes(row.guardian_id),
    };
  }

  /** Whether two people stop, or may stop, the rest of the year. */
  async #stop(
    reader: Reader,
    actor: Actor,
    row: store.AppraisalRow,
    ties: PatientTies,
  ): Promise<Pick<AppraisalDetail, 'yearStop' | 'mayProposeStop' | 'stopNotAgreed' | 'mayDecideStop'>> {
    const stop = await yearStopOf(reader, await this.#vaults.of(reader.countyId), row.id);
    const open = stop === undefined || stop.state === 'withdrawn';
    const possible = open && may(actor, 'year-stop:propose', ties) ? await this.#stopYear.possible(reader, row) : null;
    return {
      yearStop: stop ? await this.#stopYear.shown(reader, stop) : null,
      mayProposeStop: possible?.granted ?? false,
      stopNotAgreed: possible?.granted === false && possible.code === 'YEAR_STOP_NOT_AGREED',
      mayDecideStop: stop?.state === 'proposed' && may(actor, 'year-stop:decide', ties) && !standsFor(actor).includes(stop.proposedBy),
    };
  }

  async #rows(reader: Reader, rows: readonly Counted[]): Promise<Row[]> {
    const agreements = await this.#agreements.byIds(
      reader,
      rows.map(row => row.agreement_id),
    );
    const names = await this.#patients.names(
      reader,
      rows.map(row => row.patient_id),
    );
    const areas = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    return rows.map(row => ({
      id: row.id,
      state: row.state,
      version: row.version,
      agreementId: row.agreement_id,
      agreementNumber: agreements.get(row.agreement_id)?.number ?? '',
      patientId: row.patient_id,
      patientName: names.get(row.patient_id) ?? '',
      villageName: areas.get(row.area_path.at(-1) ?? '') ?? '',
      from: row.from_on,
      to: row.to_on,
      fullFen: row.full_fen,
      decidedFen: row.decided_fen,
      proposal: row.proposal?.outcome ?? null,
      opinions: row.opinions,
      mine: row.mine,
    }));
  }
}

/** What was counted, without the rows that it was counted from. */
function shownEvidence(evidence: store.KeptEvidence | null): AppraisalDetail['evidence'] {
  if (evidence === null) return null;
  const { counted: _, ...shown } = evidence;
  return { ...shown, incidents: [...shown.incidents] };
}
