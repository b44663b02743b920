import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideCostAmount, decideCostItem, moveCost } from '@guanhu/shared/relief/cost.rules';
import type {
  CostPage,
  CostRow,
  ListCostsQuery,
  PayCostBody,
  ProposeCostBody,
  ReviewCostBody,
  SuperviseCostBody,
} from '@guanhu/shared/relief/cost.contract';
import type { CostAct } from '@guanhu/shared/relief/cost.terms';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices, Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { SpendOnCost } from '../payouts/payouts.public.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './cost.store.ts';
import { readEscortsOf } from './escort.store.ts';

const STEPS = {
  review: ['relief-cost:review', 'reviewed'],
  pay: ['relief-cost:pay', 'paid'],
  supervise: ['relief-cost:supervise', 'supervised'],
} as const;
/** Who is asked for the step that comes after. */
const NEXT: Readonly<Partial<Record<CostAct, Permission>>> = {
  proposed: 'relief-cost:review',
  reviewed: 'relief-cost:pay',
  paid: 'relief-cost:supervise',
};

/** Bills of patients whom nobody else pays for. Review, payment and supervision are three persons', and none of them proposed it. */
@Injectable()
export class Costs {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #offices: AskOffices;
  readonly #budget: SpendOnCost;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    teams: Teams,
    patients: Patients,
    people: People,
    places: Places,
    offices: AskOffices,
    budget: SpendOnCost,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#offices = offices;
    this.#budget = budget;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, query: ListCostsQuery & { limit: number }): Promise<CostPage> {
    const reader = this.#database.county(actor.countyId);
    const rows = await store.listCostRows(reader, {
      areas: this.#access.scope(actor, 'relief-cost:read').areas,
      state: query.state ?? null,
      before: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(reader, { actor, what: 'relief-costs:list', patientIds: [...new Set(shown.map(row => row.patient_id))] });
    return { rows: await this.#shown(reader, actor, shown), next: last?.id ?? null };
  }

  /** @throws Refusal RELIEF_COST_NEEDS_ESCORT, NOT_FOUND_OR_NO_ACCESS, INPUT_INVALID */
  async propose(
    tx: Tx,
    actor: Actor,
    patientId: Id,
    { costId, origin, paidFor = 'treatment', escortId, billFen, words }: ProposeCostBody,
  ): Promise<CostRow> {
    await this.#teams.requireFor(tx, actor, 'relief-cost:propose', patientId);
    const [escort] = escortId === undefined ? [] : await readEscortsOf(tx, await this.#vaults.of(tx.countyId), [escortId]);
    if (escortId !== undefined && !escort) throw new Refusal('RELIEF_COST_NEEDS_ESCORT');
    const paid_for = unwrap(decideCostItem(paidFor, escort ? { state: escort.state, ofPatient: escort.patientId === patientId } : null));
    const about = { origin, paid_for, escort_id: escort?.id ?? null, bill_fen: billFen };
    await store.insertCost(tx, { id: costId, patient_id: patientId, ...about, proposed_by: actor.personId, at: this.#clock.now() });
    return this.#record(tx, actor, costId, 'proposed', words);
  }

  /** Nothing allowed sends it back. @throws Refusal of the rule, STALE, NOT_FOUND_OR_NO_ACCESS */
  async review(tx: Tx, actor: Actor, costId: Id, { version, allowedFen, words }: ReviewCostBody): Promise<CostRow> {
    const row = await this.#require(tx, actor, STEPS.review[0], costId);
    const act = allowedFen === null ? 'returned' : 'reviewed';
    const state = unwrap(moveCost(row.state, act, standsFor(actor), persons(row)));
    const allowed_fen = allowedFen === null ? null : unwrap(decideCostAmount(allowedFen, row.bill_fen));
    await store.moveCostRow(tx, row, version, { state, allowed_fen, reviewed_by: actor.personId });
    return this.#record(tx, actor, costId, act, words);
  }

  /** It is spent from the budget for such costs. @throws Refusal of the rule, STALE, NOT_FOUND_OR_NO_ACCESS and those of the budget */
  async pay(tx: Tx, actor: Actor, costId: Id, { version, paidFen, words }: PayCostBody): Promise<CostRow> {
    const row = await this.#require(tx, actor, STEPS.pay[0], costId);
    const state = unwrap(moveCost(row.state, 'paid', standsFor(actor), persons(row)));
    const paid_fen = unwrap(decideCostAmount(paidFen, row.allowed_fen ?? 0));
    await store.moveCostRow(tx, row, version, { state, paid_fen, paid_by: actor.personId });
    await this.#budget.run(tx, { costId, areaPath: row.area_path, amountFen: paid_fen, by: actor.personId });
    return this.#record(tx, actor, costId, 'paid', words);
  }

  async supervise(tx: Tx, actor: Actor, costId: Id, { version, words }: SuperviseCostBody): Promise<CostRow> {
    const row = await this.#require(tx, actor, STEPS.supervise[0], costId);
    const state = unwrap(moveCost(row.state, 'supervised', standsFor(actor), persons(row)));
    await store.moveCostRow(tx, row, version, { state, supervised_by: actor.personId });
    return this.#record(tx, actor, costId, 'supervised', words);
  }

  async #require(reader: Reader, actor: Actor, permission: Permission, costId: Id): Promise<store.CostRow> {
    const row = await store.readCost(reader, costId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(reader, actor, permission, row.patient_id);
    return row;
  }

  async #record(tx: Tx, actor: Actor, costId: Id, act: CostAct, words: string): Promise<CostRow> {
    const step = { costId, act, personId: actor.personId, words, at: this.#clock.now() };
    await store.insertCostStep(tx, await this.#vaults.of(tx.countyId), step);
    const row = await store.readCost(tx, costId);
    if (!row) throw new Error('a cost that is not there');
    const patientId = row.patient_id;
    await this.#audit.deed(tx, { actor, act: `relief-costs:${act}`, objectKind: 'relief-cost', objectId: costId, patientId });
    const permission = NEXT[act];
    if (permission !== undefined)
      await this.#offices.run(tx, { key: `relief-cost:${costId}:${act}`, patientId, permission, except: persons(row), opens: 'costs' });
    const [shown] = await this.#shown(tx, actor, [row]);
    if (!shown) throw new Error('a cost without its row');
    return shown;
  }

  async #shown(reader: Reader, actor: Actor, rows: readonly store.CostRow[]): Promise<CostRow[]> {
    const steps = await store.readCostSteps(
      reader,
      await this.#vaults.of(reader.countyId),
      rows.map(row => row.id),
    );
    const names = await this.#patients.names(
      reader,
      rows.map(row => row.patient_id),
    );
    const people = await this.#people.contacts(
      reader,
      steps.map(step => step.personId),
    );
    const ways = new Map(
      (
        await readEscortsOf(
          reader,
          await this.#vaults.of(reader.countyId),
          rows.flatMap(row => row.escort_id ?? []),
        )
      ).map(escort => [escort.id, `${escort.plan.from}到${escort.plan.to}`]),
    );
    const areas = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
    const mayStep = (row: store.CostRow, [permission, act]: (typeof STEPS)[keyof typeof STEPS]): boolean =>
      may(actor, permission, { countyId: reader.countyId, areaPath: row.area_path }) &&
      moveCost(row.state, act, standsFor(actor), persons(row)).granted;
    return rows.map(row => ({
      costId: row.id,
      patientId: row.patient_id,
      patientName: names.get(row.patient_id) ?? '',
      villageName: areas.get(row.area_path.at(-1) ?? '') ?? '',
      origin: row.origin,
      paidFor: row.paid_for,
      way: ways.get(row.escort_id ?? '') ?? null,
      state: row.state,
      version: row.version,
      billFen: row.bill_fen,
      allowedFen: row.allowed_fen,
      paidFen: row.paid_fen,
      steps: steps
        .filter(step => step.costId === row.id)
        .map(({ act, words, personId, at }) => ({ act, words, by: people.get(personId)?.name ?? '', at: at.toISOString() })),
      may: { review: mayStep(row, STEPS.review), pay: mayStep(row, STEPS.pay), supervise: mayStep(row, STEPS.supervise) },
    }));
  }
}

/** Everybody who took a step. */
const persons = (row: store.CostRow): Id[] =>
  [row.proposed_by, row.reviewed_by, row.paid_by, row.supervised_by].filter((one): one is Id => one !== null);
