import type { Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { EscortRef, EscortsPage, HandOverEscortBody, MoveEscortBody, PlanEscortBody } from '@guanhu/shared/relief/escort.contract';
import { moveEscort } from '@guanhu/shared/relief/escort.rules';
import type { EscortState } from '@guanhu/shared/relief/escort.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import { readEscortCosts } from './cost.store.ts';
import * as store from './escort.store.ts';

/** Somebody is brought home or to whoever takes them over, and handed over with a receipt that stays as it was written. */
@Injectable()
export class Escorts {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    teams: Teams,
    patients: Patients,
    people: People,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    { state, after, limit }: { state?: EscortState | undefined; after?: Id | undefined; limit: number },
  ): Promise<EscortsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'escort:read');
    const asked = { areas, state: state ?? null, before: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await store.readEscorts(county, await this.#vaults.of(county.countyId), asked), limit);
    const patientIds = [...new Set(shown.map(row => row.patientId))];
    await this.#audit.read(county, { actor, what: 'escorts:list', patientIds });
    const names = await this.#patients.names(county, patientIds);
    const people = await this.#people.contacts(
      county,
      shown.flatMap(row => row.handedOverBy ?? []),
    );
    const costs = await readEscortCosts(
      county,
      shown.map(row => row.id),
    );
    const mayFor = (permission: Permission, areaPath: readonly Id[]) => may(actor, permission, { countyId: county.countyId, areaPath });
    const rows = shown.map(({ id, areaPath, handedOverAt, handedOverBy, plan, receipt, ...row }) => ({
      escortId: id,
      ...row,
      ...plan,
      patientName: names.get(row.patientId) ?? '',
      receipt: receipt &&
        handedOverAt && {
          ...receipt,
          items: [...receipt.items],
          at: handedOverAt.toISOString(),
          by: people.get(handedOverBy ?? '')?.name ?? '',
        },
      costs: costs.filter(cost => cost.escortId === id).map(({ escortId: _, ...cost }) => cost),
      mayPropose: row.state !== 'planned' && mayFor('relief-cost:propose', areaPath),
      mayWrite: moveEscort(row.state, 'cancelled').granted && mayFor('escort:write', areaPath),
    }));
    return { rows, next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, INPUT_INVALID when the id is taken */
  async plan(tx: Tx, actor: Actor, patientId: Id, { escortId, reason, ...plan }: PlanEscortBody): Promise<EscortRef> {
    await this.#teams.requireFor(tx, actor, 'escort:write', patientId);
    const one = { id: escortId, patientId, reason, plan, by: actor.personId, now: this.#clock.now() };
    if (!(await store.insertEscort(tx, await this.#vaults.of(tx.countyId), one))) throw new Refusal('INPUT_INVALID', ['body.escortId']);
    return this.#done(tx, actor, { escortId, state: 'planned', version: 1 }, patientId);
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, ESCORT_MOVE_NOT_ALLOWED, STALE */
  async move(tx: Tx, actor: Actor, escortId: Id, { version, to }: MoveEscortBody): Promise<EscortRef> {
    const { patientId, state } = await this.require(tx, actor, 'escort:write', escortId);
    return this.#move(tx, actor, { id: escortId, version, patientId }, { state: unwrap(moveEscort(state, to)) });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, ESCORT_MOVE_NOT_ALLOWED, STALE */
  async handOver(tx: Tx, actor: Actor, escortId: Id, { version, ...written }: HandOverEscortBody): Promise<EscortRef> {
    const { patientId, state } = await this.require(tx, actor, 'escort:write', escortId);
    const receipt = { written, at: this.#clock.now(), by: actor.personId };
    return this.#move(tx, actor, { id: escortId, version, patientId }, { state: unwrap(moveEscort(state, 'handedOver')), receipt });
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async require(reader: Reader, actor: Actor, permission: Permission, id: Id): Promise<store.EscortRow> {
    const [row] = await store.readEscortsOf(reader, await this.#vaults.of(reader.countyId), [id]);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(reader, actor, permission, row.patientId);
    return row;
  }

  async #move(
    tx: Tx,
    actor: Actor,
    one: { readonly id: Id; readonly version: number; readonly patientId: Id },
    to: Parameters<typeof store.moveEscortRow>[3],
  ): Promise<EscortRef> {
    const version = await store.moveEscortRow(tx, await this.#vaults.of(tx.countyId), one, to);
    if (version === undefined) throw new Refusal('STALE');
    return this.#done(tx, actor, { escortId: one.id, state: to.state, version }, one.patientId);
  }

  async #done(tx: Tx, actor: Actor, ref: EscortRef, patientId: Id): Promise<EscortRef> {
    await this.#audit.deed(tx, { actor, act: `escorts:${ref.state}`, objectKind: 'escort', objectId: ref.escortId, patientId });
    return ref;
  }
}
