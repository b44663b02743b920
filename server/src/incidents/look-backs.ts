import type { Actor } from '@guanhu/shared/access/access.terms';
import type { LookBackAnswer, LookBackFacts, LookBacksAnswer, MakeLookBackBody } from '@guanhu/shared/incidents/look-back.contract';
import { countFindings, decideSpan, taskFinding } from '@guanhu/shared/incidents/look-back.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { incidentOf } from './incident-of.ts';
import * as store from './look-back.store.ts';

/** 倒查 after serious harm or a death (DY-11): what was due, done and missed, as it stands now, and never otherwise afterwards. */
@Injectable()
export class LookBacks {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #teams: Teams;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, people: People, teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { after, limit }: { readonly after?: string | undefined; readonly limit: number }): Promise<LookBacksAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readLookBackPage(county, {
      scope: this.#access.scope(actor, 'look-back:read'),
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'look-back-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => ({
        lookBackId: row.id,
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.name_sealed),
        villageName: row.villageName,
        cause: row.cause,
        from: row.from,
        to: row.to,
        madeAt: row.madeAt.toISOString(),
      })),
      next: last ? pageKey({ at: last.madeAt, id: last.id }) : null,
    };
  }

  async one(actor: Actor, lookBackId: Id): Promise<LookBackAnswer> {
    const county = this.#database.county(actor.countyId);
    const row = await store.readLookBackRow(county, lookBackId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(county, actor, 'look-back:read', row.patientId);
    await this.#audit.read(county, { actor, what: 'look-back', patientIds: [row.patientId] });
    return this.#view(county, row);
  }

  async make(tx: Tx, actor: Actor, patientId: Id, body: MakeLookBackBody): Promise<LookBackAnswer> {
    await this.#teams.requireFor(tx, actor, 'look-back:make', patientId);
    const { lookBackId: id, cause, from, to } = body;
    unwrap(decideSpan(from, to, this.#clock.today()));
    const incidentId = await incidentOf(tx, patientId, body.incidentId);
    const facts = await this.#gather(tx, { patientId, from, to });
    const made = { id, patientId, incidentId, cause, from, to, by: actor.personId, now: this.#clock.now(), facts };
    if (!(await store.insertLookBack(tx, await this.#vaults.of(tx.countyId), made)))
      throw new Refusal('INPUT_INVALID', ['body.lookBackId']);
    const deed = { actor, act: 'incidents:looked-back', objectKind: 'look-back', objectId: id, patientId, facts: { cause, from, to } };
    await this.#audit.deed(tx, deed);
    const row = await store.readLookBackRow(tx, id);
    if (!row) throw new Error('a backward review that vanished');
    return this.#view(tx, row);
  }

  async #gather(tx: Tx, span: { patientId: Id; from: CalendarDate; to: CalendarDate }): Promise<LookBackFacts> {
    const tasks = await store.readTaskFacts(tx, span);
    return {
      tasks: [...countFindings(tasks, span.to)].map(([kind, counts]) => ({ kind, ...counts })),
      missed: tasks
        .filter(task => taskFinding(task, span.to) === 'missed')
        .map(({ kind, seat, dueOn, overdueAfter }) => ({ kind, seat, dueOn, overdueAfter })),
      visits: await store.readVisitFacts(tx, span),
      medicine: await store.readMedicineFacts(tx, span),
      ratings: await store.readRatingFacts(tx, span),
      exams: await store.readExamFacts(tx, span),
      incidents: await store.readIncidentFacts(tx, span),
      turns: await store.readTurnFacts(tx, span),
    };
  }

  async #view(reader: Reader, row: store.LookBackRow): Promise<LookBackAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    return {
      lookBackId: row.id,
      patientId: row.patientId,
      patientName: openPatientName(vault, row.patientId, row.name_sealed),
      villageName: row.villageName,
      cause: row.cause,
      from: row.from,
      to: row.to,
      madeAt: row.madeAt.toISOString(),
      incidentId: row.incidentId,
      madeByName: (await this.#people.contacts(reader, [row.by])).get(row.by)?.name ?? '',
      facts: store.openFacts(vault, row),
    };
  }
}
