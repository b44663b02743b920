import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { isCalendarDate, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import type { MyRequestsPage, RequestAtDesk, RequestsPage } from '@guanhu/shared/rights/requests.contract';
import type { RequestState } from '@guanhu/shared/rights/rights.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { voiceToPlay } from '../platform/files/voice-note.ts';
import { pageOf } from '../platform/http/page.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { readRequestRow, readRequestsBy, readRequestsIn, readRequestVoiceBytes, type DueKey, type RequestRow } from './request.store.ts';
import { Requests } from './requests.ts';

type DeskQuery = { state?: RequestState | undefined; patientId?: Id | undefined; after?: string | undefined; limit: number };

/** Requests as whoever asked sees them, and as whoever answers does. */
@Injectable()
export class ListRequests {
  readonly #database: Database;
  readonly #requests: Requests;
  readonly #access: Access;
  readonly #vaults: Vaults;
  readonly #teams: Teams;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, requests: Requests, access: Access, teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#requests = requests;
    this.#access = access;
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async mine(actor: Actor, query: { after?: string | undefined; limit: number }): Promise<MyRequestsPage> {
    const county = this.#database.county(actor.countyId);
    const page = { personId: actor.personId, after: readPageKey(query.after), limit: query.limit + 1 };
    const { shown, last } = pageOf(await readRequestsBy(county, await this.#vaults.of(actor.countyId), page), query.limit);
    return { rows: await this.#requests.shown(county, shown), next: last ? pageKey({ at: last.at, id: last.id }) : null };
  }

  async atDesk(actor: Actor, { state, patientId, after, limit }: DeskQuery): Promise<RequestsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'request:read');
    const whose = { areas, readers: standsFor(actor), today: this.#clock.today() };
    const page = { ...whose, state: state ?? null, patientId: patientId ?? null, after: readDueKey(after), limit: limit + 1 };
    const { shown, last } = pageOf(await readRequestsIn(county, await this.#vaults.of(actor.countyId), page), limit);
    await this.#audit.read(county, { actor, what: 'request-list', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return { rows: await this.#requests.atDesk(county, actor, shown), next: last ? `${last.dueOn}_${last.id}` : null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, requestId: Id): Promise<RequestAtDesk> {
    const { county, row } = await this.#readable(actor, requestId);
    await this.#audit.read(county, { actor, what: 'request', patientIds: [row.patientId] });
    return this.#requests.oneAtDesk(county, actor, row);
  }

  /** What was said instead of typed. @throws Refusal NOT_FOUND_OR_NO_ACCESS also when nothing was */
  async voice(actor: Actor, requestId: Id): Promise<FileToSave> {
    const { county, row } = await this.#readable(actor, requestId);
    const bytes = await readRequestVoiceBytes(county, await this.#vaults.of(actor.countyId), requestId);
    if (!bytes) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#audit.read(county, { actor, what: 'request', patientIds: [row.patientId] });
    return voiceToPlay(bytes, requestId);
  }

  async #readable(actor: Actor, requestId: Id): Promise<{ readonly county: Reader; readonly row: RequestRow }> {
    const county = this.#database.county(actor.countyId);
    const row = await readRequestRow(county, await this.#vaults.of(actor.countyId), requestId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(county, actor, 'request:read', row.patientId);
    return { county, row };
  }
}

/** @throws Refusal INPUT_INVALID when the key was not made by this list. */
function readDueKey(after: string | undefined): DueKey | null {
  if (after === undefined) return null;
  const [dueOn = '', id = ''] = after.split('_');
  if (!isCalendarDate(dueOn) || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { dueOn: calendarDate(dueOn), id };
}
