import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { APPRAISAL_OUTCOMES } from '@guanhu/shared/appraisal/appraisal.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { REFUSALS } from '@guanhu/shared/kernel/refusals';
import { decideHands, moveBatch, type BatchEvent } from '@guanhu/shared/payouts/batch-life.rules';
import { FAILURE_WORDS } from '@guanhu/shared/payouts/failure-words.rules';
import type {
  BatchDetail,
  BatchPage,
  EntitlementPage,
  ListBatchesQuery,
  ListEntitlementsQuery,
} from '@guanhu/shared/payouts/payouts.contract';
import { isSettled } from '@guanhu/shared/payouts/payout-life.rules';
import { PRECHECKS, type Precheck } from '@guanhu/shared/payouts/precheck.rules';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Agreements } from '../agreements/agreements.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { classifyFailReason } from '../platform/wechat-pay/fail-reason.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import * as batches from './batch.store.ts';
import { standingsOf } from './bill.store.ts';
import * as entitlements from './entitlement.store.ts';
import { FrozenBasis } from './frozen-basis.ts';
import { readBalances } from './ledger.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { PayChannels } from './pay-channels.ts';
import { Prechecks } from './prechecks.ts';
import { paidElsewhere } from './reconciliation.store.ts';

type EntitlementShown = EntitlementPage['rows'][number];

/** What a batch's next step needs, and who may do it. */
const STEP_PERMISSIONS = { draft: 'batch:check', checked: 'batch:release' } as const satisfies Record<string, Permission>;

/** Entitlements and batches as the money office reads them. */
@Injectable()
export class ReadPayouts {
  readonly #database: Database;
  readonly #access: Access;
  readonly #agreements: Agreements;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #merchants: MerchantAccounts;
  readonly #prechecks: Prechecks;
  readonly #frozen: FrozenBasis;
  readonly #channels: PayChannels;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(
    database: Database,
    access: Access,
    agreements: Agreements,
    patients: Patients,
    people: People,
    places: Places,
    merchants: MerchantAccounts,
    prechecks: Prechecks,
    frozen: FrozenBasis,
    channels: PayChannels,
    vaults: Vaults,
    audit: Audit,
  ) {
    this.#database = database;
    this.#access = access;
    this.#agreements = agreements;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#merchants = merchants;
    this.#prechecks = prechecks;
    this.#frozen = frozen;
    this.#channels = channels;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  async entitlements(actor: Actor, query: ListEntitlementsQuery & { limit: number }): Promise<EntitlementPage> {
    const reader = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'batch:read');
    const rows = await entitlements.listEntitlements(reader, {
      areas,
      state: query.state ?? null,
      after: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(reader, { actor, what: 'payouts:entitlements', patientIds: [...new Set(shown.map(row => row.patient_id))] });
    return { rows: await this.#rows(reader, shown), next: last?.id ?? null };
  }

  async batches(actor: Actor, query: ListBatchesQuery & { limit: number }): Promise<BatchPage> {
    const reader = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'batch:read');
    const rows = await batches.listBatches(reader, {
      areas,
      state: query.state ?? null,
      before: query.after ?? null,
      limit: query.limit + 1,
    });
    const { shown, last } = pageOf(rows, query.limit);
    const names = await this.#areaNames(reader);
    return {
      rows: shown.map(row => ({ ...batchShown(row, names), paid: row.paid, failed: row.failed })),
      next: last?.id ?? null,
    };
  }

  async batch(actor: Actor, batchId: Id): Promise<BatchDetail> {
    const reader = this.#database.county(actor.countyId);
    const detail = await this.batchOf(reader, actor, batchId);
    const patients = (await entitlements.entitlementsOfBatch(reader, batchId)).map(row => row.patient_id);
    await this.#audit.read(reader, { actor, what: 'payouts:batch', patientIds: [...new Set(patients)] });
    return detail;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS outside the asker's townships */
  async batchOf(reader: Reader, actor: Actor, batchId: Id): Promise<BatchDetail> {
    const row = await batches.readBatch(reader, batchId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:read', { countyId: reader.countyId, areaPath: row.area_path });
    const steps = await batches.readBatchSteps(reader, await this.#vaults.of(reader.countyId), batchId);
    const inside = await entitlements.entitlementsOfBatch(reader, batchId);
    const people = await this.#people.contacts(
      reader,
      steps.flatMap(step => step.personId ?? []),
    );
    const { rows: offices } = await this.#places.organisations(reader);
    return {
      ...batchShown(row, await this.#areaNames(reader)),
      paid: inside.filter(each => each.state === 'paid').length,
      failed: inside.filter(each => each.state === 'failed').length,
      officeName: offices.find(office => office.organisationId === row.office_id)?.name ?? '',
      availableFen: (await readBalances(reader, row.office_id)).get(row.line_id)?.available ?? 0,
      steps: steps.map(({ step, personId, reason, at }) => ({
        step,
        by: personId === null ? null : (people.get(personId)?.name ?? null),
        at: at.toISOString(),
        mine: personId === actor.personId,
        reason,
      })),
      entitlements: await this.#rows(reader, inside),
      may: mayOf(actor, row, steps, inside),
    };
  }

  async #areaNames(reader: Reader): Promise<ReadonlyMap<Id, string>> {
    return new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.name]));
  }

  /** What stands in the way of payments that still go out. */
  async #inTheWay(reader: Reader, rows: readonly entitlements.EntitlementRow[]): Promise<ReadonlyMap<Id, Precheck | null>> {
    const ahead = rows.filter(isAhead);
    const [first] = ahead;
    const [, townshipId] = first?.area_path ?? [];
    const [office] = townshipId === undefined ? [] : await this.#merchants.officesIn(reader, [townshipId]);
    const limits = office ? (await this.#merchants.get(office.merchantAccountId)).limits : undefined;
    return limits ? this.#prechecks.of(reader, ahead, limits) : new Map();
  }

  async #rows(reader: Reader, rows: readonly entitlements.EntitlementRow[]): Promise<EntitlementShown[]> {
    const agreements = await this.#agreements.byIds(
      reader,
      rows.map(row => row.agreement_id),
    );
    const patients = await this.#patients.names(
      reader,
      rows.map(row => row.patient_id),
    );
    const people = await this.#people.contacts(
      reader,
      rows.map(row => row.guardian_id),
    );
    const areas = await this.#areaNames(reader);
    const inTheWay = await this.#inTheWay(reader, rows);
    const changed = await this.#frozen.changes(
      reader,
      rows.filter(row => !isSettled(row.state)),
    );
    const bills = await standingsOf(
      reader,
      rows.filter(row => row.state === 'inTransfer' || row.state === 'paid').map(row => row.id),
    );
    const unexplained = await paidElsewhere(
      reader,
      rows.filter(row => row.state === 'failed').map(row => row.id),
    );
    const channels = await this.#channels.of(reader, [...new Set(rows.map(row => row.guardian_id))]);
    return rows.map(row => ({
      channel: bills.get(row.id)?.channel ?? channels.get(row.guardian_id)?.channel ?? 'wechat',
      warnings: [inTheWay.get(row.id) ?? []].flat().map(stands => PRECHECKS[stands]),
      changed: changed.get(row.id) ?? [],
      toFindOut: unexplained.has(row.id) || bills.get(row.id)?.isForgotten === true,
      id: row.id,
      state: row.state,
      version: row.version,
      kind: row.kind,
      agreementId: row.agreement_id,
      agreementNumber: agreements.get(row.agreement_id)?.number ?? '',
      patientName: patients.get(row.patient_id) ?? '',
      guardianName: people.get(row.guardian_id)?.name ?? '',
      villageName: areas.get(row.area_path.at(-1) ?? '') ?? '',
      from: row.from_on,
      to: row.to_on,
      fullFen: row.full_fen,
      amountFen: row.amount_fen,
      grounds: `两人认定：${APPRAISAL_OUTCOMES[row.outcome]}`,
      batchId: row.batch_id,
      failure: row.state === 'failed' ? FAILURE_WORDS[classifyFailReason(row.fail_reason ?? undefined)].office : null,
      pendingDecision: row.pending_decision,
    }));
  }
}

/** Payments that still go out. */
const isAhead = ({ state }: entitlements.EntitlementRow): boolean => state === 'approved' || state === 'claimable';

const batchShown = (row: batches.BatchRow, names: ReadonlyMap<Id, string>) => ({
  id: row.id,
  title: row.title,
  state: row.state,
  version: row.version,
  townshipName: names.get(row.township_id) ?? '',
  people: row.people,
  totalFen: row.total_fen,
  preparedAt: row.created_at.toISOString(),
});

/** The hands that a batch has gone through; deputies count as those they stood for. */
export const handsOf = (steps: readonly batches.StepRow[]) => ({
  before: steps.filter(each => each.step === 'prepared' || each.step === 'checked').flatMap(each => each.standsFor),
});

function mayOf(
  actor: Actor,
  row: batches.BatchRow,
  steps: readonly batches.StepRow[],
  inside: readonly entitlements.EntitlementRow[],
): BatchDetail['may'] {
  const step = row.state === 'draft' || row.state === 'checked' ? STEP_PERMISSIONS[row.state] : null;
  const closed = { check: false, release: false, return: false, closedBecause: null };
  if (!step || !may(actor, step, { countyId: actor.countyId, areaPath: row.area_path })) return closed;
  const hands = decideHands(
    handsOf(steps),
    standsFor(actor),
    inside.map(each => each.guardian_id),
  );
  if (!hands.granted) return { ...closed, closedBecause: REFUSALS[hands.code].say };
  const can = (event: BatchEvent) => moveBatch(row.state, event).granted;
  return { check: can('check'), release: can('release'), return: can('return'), closedBecause: null };
}
