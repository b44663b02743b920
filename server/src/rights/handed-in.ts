import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type {
  DecideHandedInBody,
  HandedIn as HandedInAnswer,
  HandedInPage,
  HandedInRow,
  listHandedInContract,
} from '@guanhu/shared/rights/handed-in.contract';
import { decideHandedIn } from '@guanhu/shared/rights/handed-in.rules';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import type { CallOf } from '../platform/http/endpoint.ts';
import { pageOf } from '../platform/http/page.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { decideHandedInRow, readHandedInRow, readHandedInRows, readWrite, type HandedInShown } from './handed-in.store.ts';

/** What phones handed in after their session had ended: looked at by the office, and taken over into the file or set aside by a person. */
@Injectable()
export class HandedIn {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, teams: Teams, people: People, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { state, patientId, after, limit }: CallOf<typeof listHandedInContract>['query']): Promise<HandedInPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'handed-in:read');
    const page = {
      areas,
      readers: standsFor(actor),
      today: this.#clock.today(),
      state: state ?? null,
      patientId: patientId ?? null,
      after: readPageKey(after),
      limit: limit + 1,
    };
    const { shown, last } = pageOf(await readHandedInRows(county, await this.#vaults.of(actor.countyId), page), limit);
    for (const confidential of [false, true])
      await this.#audit.read(county, {
        actor,
        what: confidential ? 'concern:handed-in-list' : 'handed-in-list',
        patientIds: patientsOf(shown.filter(row => row.confidential === confidential)),
      });
    return { rows: await this.#shown(county, shown), next: last ? pageKey({ at: last.at, id: last.id }) : null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async read(actor: Actor, id: Id): Promise<HandedInAnswer> {
    const county = this.#database.county(actor.countyId);
    const row = await this.#find(county, actor, 'handed-in:read', id);
    const write = await readWrite(county, await this.#vaults.of(actor.countyId), id);
    await this.#audit.read(county, { actor, what: row.confidential ? 'concern:handed-in' : 'handed-in', patientIds: patientsOf([row]) });
    return { ...(await this.#one(county, row)), write: write && { path: write.path, body: { ...write.body } } };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, HANDED_IN_DECIDED, HANDED_IN_BY_YOU, STALE */
  async decide(tx: Tx, actor: Actor, id: Id, { decision, reason, version }: DecideHandedInBody): Promise<HandedInRow> {
    const row = await this.#find(tx, actor, 'handed-in:decide', id);
    const to = unwrap(decideHandedIn(row.state, row.personId, actor, decision));
    const decided = { id, version, to, by: actor.personId, at: this.#clock.now(), reason };
    if (!(await decideHandedInRow(tx, await this.#vaults.of(tx.countyId), decided))) throw new Refusal('STALE');
    await this.#audit.deed(tx, {
      actor,
      act: 'rights:handed-in-decided',
      objectKind: 'handed-in',
      objectId: id,
      patientId: row.patientId,
      facts: { decision: to },
    });
    return this.#one(tx, {
      ...row,
      state: to,
      decidedBy: decided.by,
      decidedAt: decided.at,
      reason,
      version: version + 1,
    });
  }

  async #find(reader: Reader, actor: Actor, permission: 'handed-in:read' | 'handed-in:decide', id: Id): Promise<HandedInShown> {
    const row = await readHandedInRow(reader, await this.#vaults.of(reader.countyId), id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (row.patientId === null) this.#access.require(actor, permission, { countyId: reader.countyId, areaPath: row.areaPath });
    else await this.#teams.requireFor(reader, actor, permission, row.patientId);
    return row;
  }

  async #one(reader: Reader, row: HandedInShown): Promise<HandedInRow> {
    const [shown] = await this.#shown(reader, [row]);
    if (!shown) throw new Error('a handed-in write that is not shown');
    return shown;
  }

  async #shown(reader: Reader, rows: readonly HandedInShown[]): Promise<HandedInRow[]> {
    const people = await this.#people.contacts(
      reader,
      rows.flatMap(row => [row.personId, row.decidedBy ?? []].flat()),
    );
    const name = (id: Id) => people.get(id)?.name ?? '';
    return rows.map(({ id, areaPath: _, confidential: __, personId, madeAt, at, decidedBy, decidedAt, ...row }) => ({
      ...row,
      handedInId: id,
      handedInBy: name(personId),
      madeAt: madeAt.toISOString(),
      handedInAt: at.toISOString(),
      decidedBy: decidedBy && name(decidedBy),
      decidedAt: decidedAt?.toISOString() ?? null,
    }));
  }
}

const patientsOf = (rows: readonly HandedInShown[]): Id[] => [...new Set(rows.flatMap(row => row.patientId ?? []))];
