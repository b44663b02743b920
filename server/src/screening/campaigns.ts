import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { isCarriedOut, phaseOf } from '@guanhu/shared/screening/campaign.rules';
import type { CampaignAnswer, CampaignShown, CampaignsPage } from '@guanhu/shared/screening/campaign.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readCampaigns, readCounts, readGaps, readVillages, type CampaignRow } from './campaign.store.ts';

/** Screenings as those read them who answer for an area: numbers by village and group, never a person. */
@Injectable()
export class Campaigns {
  readonly #database: Database;
  readonly #access: Access;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, vaults: Vaults, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  async list(actor: Actor, { after, limit }: { after?: Id | undefined; limit: number }): Promise<CampaignsPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'screening:read');
    const rows = await readCampaigns(county, { areas, campaignId: null, before: after ?? null, limit: limit + 1 });
    const { shown, last } = pageOf(rows, limit);
    return { rows: shown.map(row => this.#shown(row)), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, campaignId: Id): Promise<CampaignAnswer> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'screening:read');
    const campaign = await this.find(county, areas, campaignId);
    const today = this.#clock.today();
    const mayIn = (permission: 'screening:answer' | 'screening:self-check', areaPath: readonly Id[]) =>
      may(actor, permission, { countyId: actor.countyId, areaPath });
    const [villages, gaps, counts] = [
      await readVillages(county, { areas, campaignId, areaId: null, today }),
      await readGaps(county, await this.#vaults.of(actor.countyId), { areas, campaignId }),
      await readCounts(county, { areas, campaignId }),
    ];
    const runs = isCarriedOut(campaign, today);
    return {
      campaign: this.#shown(campaign),
      villages: villages.map(({ areaPath, answeredAt, ...row }) => ({
        ...row,
        answeredAt: answeredAt?.toISOString() ?? null,
        mine: runs && mayIn('screening:answer', areaPath),
      })),
      gaps: gaps.map(({ id, areaName, areaPath, kind, words, foundAt, correctedAt, remark }) => ({
        gapId: id,
        areaName,
        kind,
        words,
        foundAt: foundAt.toISOString(),
        correctedAt: correctedAt?.toISOString() ?? null,
        remark,
        mine: correctedAt === null && mayIn('screening:answer', areaPath),
      })),
      summary: {
        byState: added(counts, row => row.state).map(([state, clues]) => ({ state, clues })),
        byGroup: added(counts, row => row.group).map(([group, clues]) => ({ group, clues })),
      },
      mayFindGaps: runs && villages.some(({ areaPath }) => mayIn('screening:self-check', areaPath)),
    };
  }

  /** A screening of these areas or around them. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async find(reader: Reader, areas: readonly Id[], campaignId: Id): Promise<CampaignRow> {
    const [campaign] = await readCampaigns(reader, { areas, campaignId, before: null, limit: 1 });
    if (!campaign) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return campaign;
  }

  #shown({ id, areaId: _, halfYear, ...row }: CampaignRow): CampaignShown {
    return {
      campaignId: id,
      kind: halfYear === null ? 'campaign' : 'round',
      ...row,
      groups: [...row.groups],
      phase: phaseOf(row, this.#clock.today()),
    };
  }
}

/** The counts added up by one of their keys. */
function added<Row extends { readonly clues: number }, K>(rows: readonly Row[], keyOf: (row: Row) => K): [K, number][] {
  const sums = new Map<K, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.clues);
  return [...sums];
}
