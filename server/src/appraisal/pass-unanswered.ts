import { weeksLate } from '@guanhu/shared/agreements/reminding.rules';
import { latestUnanswered } from '@guanhu/shared/appraisal/objection.rules';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { readOpinions } from './appraisal.store.ts';
import {
  endObjection,
  insertObjection,
  lateAtCounty,
  nameOfficer,
  objectionsTo,
  takeUnanswered,
  type ObjectionRow,
} from './objection.store.ts';
import { Objections } from './objections.ts';

type Late = Awaited<ReturnType<typeof lateAtCounty>>[number];
/** Objections passed on in one transaction. */
const AT_ONCE = 50;

/** What the township did not answer in time goes to the county by itself: nobody has to know how to complain. Safe to repeat. */
@Injectable()
export class PassUnanswered {
  readonly #database: Database;
  readonly #objections: Objections;
  readonly #offices: AskOffices;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, objections: Objections, offices: AskOffices, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#objections = objections;
    this.#offices = offices;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    while ((await county.inTransaction(tx => this.#some(tx))) === AT_ONCE);
    await county.inTransaction(tx => this.#tellOfLate(tx));
  }

  /**
   * What the county itself leaves unanswered stays its to answer: each week the next of its officers is named, every office that answers
   * hears of it, and the guardian hears who it is now.
   */
  async #tellOfLate(tx: Tx): Promise<void> {
    const today = this.#clock.today();
    for (const late of await lateAtCounty(tx, latestUnanswered(today))) {
      const { id, appraisalId, guardianId, patientId, dueOn } = late;
      const weeks = weeksLate(dueOn, today) ?? 0;
      const key = `objection-late:${id}:${String(weeks)}`;
      await this.#offices.run(tx, { key, patientId, permission: 'objection:answer', except: [guardianId] });
      const officerId = await this.#nameNext(tx, late, weeks);
      const guardian = { id: appraisalId, guardian_id: guardianId, patient_id: patientId };
      await this.#objections.tellGuardian(tx, guardian, `late:${id}:${officerId ?? ''}`);
    }
  }

  /** @returns who is named from now on: somebody else, if anybody else had no part in it */
  async #nameNext(tx: Tx, late: Late, weeks: number): Promise<Id | null> {
    const { id, appraisalId, guardianId, patientId, areaPath } = late;
    const vault = await this.#vaults.of(tx.countyId);
    const opinions = await readOpinions(tx, vault, appraisalId);
    const earlier = await objectionsTo(tx, vault, [appraisalId]);
    const besides = [...opinions.map(each => each.personId), ...earlier.flatMap(each => each.answeredBy ?? []), guardianId];
    const officerId = await this.#objections.officer(tx, 'county', areaPath, besides, weeks + 1);
    if (officerId === null || officerId === late.officerId || !(await nameOfficer(tx, id, officerId))) return late.officerId;
    const facts = { officerId };
    await this.#audit.deed(tx, {
      actor: 'system',
      act: 'appraisal:officer-named',
      objectKind: 'objection',
      objectId: id,
      patientId,
      facts,
    });
    await this.#objections.tellOfficer(tx, { id, patientId, officerId });
    return officerId;
  }

  async #some(tx: Tx): Promise<number> {
    const rows = await takeUnanswered(tx, await this.#vaults.of(tx.countyId), latestUnanswered(this.#clock.today()), AT_ONCE);
    for (const row of rows) await this.#pass(tx, row);
    return rows.length;
  }

  async #pass(tx: Tx, row: ObjectionRow): Promise<void> {
    const vault = await this.#vaults.of(tx.countyId);
    if (!(await endObjection(tx, vault, row, 'passed', null))) return;
    const before = (await readOpinions(tx, vault, row.appraisalId)).map(each => each.personId);
    const next = {
      ...row,
      id: newId(),
      level: 'county' as const,
      at: this.#clock.now(),
      dueOn: await this.#objections.dueOn(tx, row.areaPath),
      officerId: await this.#objections.officer(tx, 'county', row.areaPath, [...before, row.guardianId]),
    };
    await insertObjection(tx, vault, next);
    await this.#audit.deed(tx, {
      actor: 'system',
      act: 'appraisal:objection-passed-on',
      objectKind: 'objection',
      objectId: next.id,
      patientId: row.patientId,
      facts: { dueOn: next.dueOn },
    });
    await this.#objections.tellOfficer(tx, next);
    await this.#objections.tellGuardian(
      tx,
      { id: row.appraisalId, guardian_id: row.guardianId, patient_id: row.patientId },
      `passed:${next.id}`,
    );
  }
}
