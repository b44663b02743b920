import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { nameless } from '@guanhu/shared/screening/clue.rules';
import type { NoticeAnswer, NoticeRef, NoticeShown, NoticesPage } from '@guanhu/shared/screening/notice.contract';
import { isNoticeLate, teamStands } from '@guanhu/shared/screening/notice.rules';
import type { NoticeState } from '@guanhu/shared/screening/notice.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { lockNotice, readNoticeRow, readNotices, stepNotice, type NoticeRow, type NoticeStep } from './notice.store.ts';

type PageAsked = { readonly state?: NoticeState | undefined; readonly after?: Id | undefined; readonly limit: number };

/** Notices of people who come home: listed without a name, opened with a note, moved on by the office. */
@Injectable()
export class Notices {
  readonly #database: Database;
  readonly #access: Access;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, people: People, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(actor: Actor, { state, after, limit }: PageAsked): Promise<NoticesPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'notice:read');
    const asked = { areas, state: state ?? null, before: after ?? null, limit: limit + 1, today: this.#clock.today() };
    const { shown, last } = pageOf(await readNotices(county, await this.#vaults.of(actor.countyId), asked), limit);
    return { rows: shown.map(row => this.#shown(row)), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  one(actor: Actor, noticeId: Id): Promise<NoticeAnswer> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      const notice = await readNoticeRow(tx, await this.#vaults.of(tx.countyId), noticeId, this.#clock.today());
      if (!notice) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
      this.#access.require(actor, 'notice:read', { countyId: tx.countyId, areaPath: notice.areaPath });
      await this.note(tx, actor, 'screening:notice-read', noticeId);
      const names = await this.#people.contacts(tx, [notice.receivedBy]);
      const { areaId, told, patientId, clueId, version } = notice;
      return {
        ...this.#shown(notice),
        areaId,
        person: told?.person ?? null,
        from: told?.from ?? null,
        note: told?.note ?? null,
        receivedBy: names.get(notice.receivedBy)?.name ?? '',
        patientId,
        clueId,
        version,
      };
    });
  }

  /** For a step of it. @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE */
  async lock(tx: Tx, actor: Actor, noticeId: Id, version: number): Promise<NoticeRow> {
    const notice = await lockNotice(tx, await this.#vaults.of(tx.countyId), noticeId, this.#clock.today());
    if (!notice) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'notice:handle', { countyId: tx.countyId, areaPath: notice.areaPath });
    if (notice.version !== version) throw new Refusal('STALE');
    return notice;
  }

  /** Takes a step that the rules allow, and writes down who took it. */
  async step(tx: Tx, actor: Actor, notice: NoticeRow, step: Omit<NoticeStep, 'id' | 'by' | 'now'>): Promise<NoticeRef> {
    const { id: noticeId, version } = notice;
    await stepNotice(tx, await this.#vaults.of(tx.countyId), { ...step, id: noticeId, by: actor.personId, now: this.#clock.now() });
    await this.note(tx, actor, 'screening:notice-moved', noticeId, { state: step.state });
    return { noticeId, state: step.state, version: version + 1 };
  }

  note(tx: Tx, actor: Actor, act: string, objectId: Id, facts?: Record<string, string>): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'release-notice', objectId, ...(facts && { facts }) });
  }

  #shown(notice: NoticeRow): NoticeShown {
    const { id: noticeId, areaName, source, state, comesOn, receivedAt, teamDueOn, visitDueOn, seats, visitedOn, told } = notice;
    return {
      noticeId,
      areaName,
      nameless: told && nameless(told.person.name),
      source,
      state,
      comesOn,
      receivedAt: receivedAt.toISOString(),
      teamDueOn,
      visitDueOn,
      team: teamStands(seats),
      visitedOn,
      late: isNoticeLate(notice, notice, this.#clock.today()),
    };
  }
}
