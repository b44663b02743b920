import { latestEndedDay } from '@guanhu/shared/agreements/term.rules';
import { proposeAppraisal } from '@guanhu/shared/appraisal/proposal.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { propose, takeEnded } from './appraisal.store.ts';
import { AskOpinions } from './ask-opinions.ts';
import { GatherEvidence } from './gather-evidence.ts';

/** Periods opened in one transaction. */
const AT_ONCE = 200;

/** Closes the gathering of every period that has ended: counts its evidence and puts a proposal before people. Safe to repeat. */
@Injectable()
export class OpenEnded {
  readonly #database: Database;
  readonly #evidence: GatherEvidence;
  readonly #ask: AskOpinions;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, evidence: GatherEvidence, ask: AskOpinions, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#evidence = evidence;
    this.#ask = ask;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    while ((await county.inTransaction(tx => this.#some(tx))) === AT_ONCE);
  }

  async #some(tx: Tx): Promise<number> {
    const rows = await takeEnded(tx, latestEndedDay(this.#clock.today()), AT_ONCE);
    if (rows.length === 0) return 0;
    const evidence = await this.#evidence.of(tx, rows);
    await propose(
      tx,
      rows.map((row, index) => {
        const own = evidence[index];
        if (!own) throw new Error('a period without evidence');
        return { id: row.id, evidence: own, proposal: proposeAppraisal(own) };
      }),
    );
    await this.#ask.of(tx, rows, 1);
    for (const row of rows) {
      await this.#audit.deed(tx, {
        actor: 'system',
        act: 'appraisal:proposed',
        objectKind: 'appraisal',
        objectId: row.id,
        patientId: row.patient_id,
      });
    }
    return rows.length;
  }
}
