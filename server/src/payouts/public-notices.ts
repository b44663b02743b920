import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PublicNotice } from '@guanhu/shared/payouts/finance.contract';
import type { BatchState } from '@guanhu/shared/payouts/payouts.terms';
import { noticeOf } from '@guanhu/shared/payouts/public-notice.rules';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { insertBatchStep, lockBatch, readBatch, readBatchSteps, type BatchRow, type StepRow } from './batch.store.ts';
import { entitlementsOfBatch } from './entitlement.store.ts';

/** Its amounts have been checked, and nothing of it was sent back. */
const PUBLISHED_IN: readonly BatchState[] = ['checked', 'released', 'reconciled'];

/** What the public is told of a batch: numbers and sums, never a name. */
@Injectable()
export class PublicNotices {
  readonly #database: Database;
  readonly #access: Access;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, places: Places, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async read(actor: Actor, batchId: Id): Promise<PublicNotice> {
    const reader = this.#database.county(actor.countyId);
    const row = await readBatch(reader, batchId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:read', { countyId: reader.countyId, areaPath: row.area_path });
    return this.#shown(reader, actor, row);
  }

  /** Put up twice is put up once: the first day counts. */
  async publish(tx: Tx, actor: Actor, batchId: Id): Promise<PublicNotice> {
    const row = await lockBatch(tx, batchId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:prepare', { countyId: tx.countyId, areaPath: row.area_path });
    if (!PUBLISHED_IN.includes(row.state)) throw new Refusal('BATCH_MOVE_NOT_ALLOWED');
    const shown = await this.#shown(tx, actor, row);
    if (shown.sums === null) throw new Refusal('NOTICE_TOO_FEW');
    if (shown.publishedOn !== null) return shown;
    const now = this.#clock.now();
    await insertBatchStep(tx, await this.#vaults.of(tx.countyId), {
      batchId,
      step: 'noticed',
      personId: actor.personId,
      standsFor: standsFor(actor),
      reason: null,
      now,
    });
    const { people, totalFen } = shown.sums;
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:notice-published',
      objectKind: 'batch',
      objectId: batchId,
      facts: { people, totalFen },
    });
    return { ...shown, publishedOn: dayOf(now), mayPublish: false };
  }

  async #shown(reader: Reader, actor: Actor, row: BatchRow): Promise<PublicNotice> {
    const steps = await readBatchSteps(reader, await this.#vaults.of(reader.countyId), row.id);
    const inside = await entitlementsOfBatch(reader, row.id);
    const sums = noticeOf(inside.map(each => each.amount_fen));
    const { rows: areas } = await this.#places.areas(reader);
    const { rows: offices } = await this.#places.organisations(reader);
    const publishedOn = publishedOnOf(steps);
    return {
      title: row.title,
      townshipName: areas.find(area => area.areaId === row.township_id)?.name ?? '',
      officeName: offices.find(office => office.organisationId === row.office_id)?.name ?? '',
      sums: sums && { ...sums, shares: [...sums.shares] },
      publishedOn,
      mayPublish:
        sums !== null &&
        publishedOn === null &&
        PUBLISHED_IN.includes(row.state) &&
        may(actor, 'batch:prepare', { countyId: reader.countyId, areaPath: row.area_path }),
    };
  }
}

const publishedOnOf = (steps: readonly StepRow[]): PublicNotice['publishedOn'] => {
  const noticed = steps.find(each => each.step === 'noticed');
  return noticed ? dayOf(noticed.at) : null;
};
