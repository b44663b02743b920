import type { Actor } from '@guanhu/shared/access/access.terms';
import { stayEndedBy, turnsDuringStay } from '@guanhu/shared/incidents/admission.rules';
import { later, startOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Lives, type LifeRecord } from '../registry/registry.public.ts';
import { AdmissionSteps } from './admission-steps.ts';
import { readOpenStay } from './admission.store.ts';
import { AfterStay } from './after-stay.ts';
import { markFound, readOpenSearch } from './missing.store.ts';

type Turn = Parameters<LifeRecord['allows']>[1];

/**
 * A stay in hospital and a search end by their own records, so the office does not turn the life past them. A visit may: what it found is
 * true whoever has recorded what, and the stay ends with it. A death ends both.
 */
@Injectable()
export class FollowLife implements OnModuleInit {
  readonly #lives: Lives;
  readonly #steps: AdmissionSteps;
  readonly #after: AfterStay;
  readonly #vaults: Vaults;

  constructor(lives: Lives, steps: AdmissionSteps, after: AfterStay, vaults: Vaults) {
    this.#lives = lives;
    this.#steps = steps;
    this.#after = after;
    this.#vaults = vaults;
  }

  onModuleInit(): void {
    this.#lives.recordedIn({ allows: (tx, turn) => this.#allows(tx, turn), follows: (tx, actor, turn) => this.#follows(tx, actor, turn) });
  }

  async #allows(tx: Tx, { patientId, from, to }: Turn): Promise<void> {
    if (!turnsDuringStay(to) && (await readOpenStay(tx, patientId))) throw new Refusal('STAY_GOES_ON');
    if (from !== 'missing' || to === 'deceased') return;
    if (await readOpenSearch(tx, await this.#vaults.of(tx.countyId), patientId)) throw new Refusal('SEARCH_GOES_ON');
  }

  async #follows(tx: Tx, actor: Actor, { patientId, to, on }: Turn): Promise<void> {
    const ended = stayEndedBy(to);
    const stay = ended && (await readOpenStay(tx, patientId));
    if (stay) {
      const day = later(on, stay.since);
      await this.#steps.end(tx, actor, stay, { ...ended, on: day });
      if (to === 'inCare') await this.#after.cameHome(tx, stay, day);
    }
    if (to === 'deceased') await this.#endSearch(tx, actor, { patientId, on });
  }

  async #endSearch(tx: Tx, actor: Actor, { patientId, on }: Pick<Turn, 'patientId' | 'on'>): Promise<void> {
    const vault = await this.#vaults.of(tx.countyId);
    const search = await readOpenSearch(tx, vault, patientId);
    if (!search) return;
    const at = new Date(Math.max(startOf(on).getTime(), search.lastSeenAt.getTime()));
    const { id, version } = search;
    if (!(await markFound(tx, vault, { id, version, at, condition: 'death', facts: { place: '' }, by: actor.personId })))
      throw new Refusal('STALE');
  }
}
