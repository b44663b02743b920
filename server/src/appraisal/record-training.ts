import type { Actor } from '@guanhu/shared/access/access.terms';
import type { RecordTrainingBody, TrainingRecorded } from '@guanhu/shared/appraisal/objections.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { readAppraisal } from './appraisal.store.ts';
import { appraisalTies } from './appraisal-ties.ts';
import { insertTraining } from './training.store.ts';

/** Notes that a guardian took part in a training: it speaks for them, and its absence against nobody. */
@Injectable()
export class RecordTraining {
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: Access, teams: Teams, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#teams = teams;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, TRAINING_DAY_INVALID outside the period or ahead, INPUT_INVALID when the id is taken */
  async run(tx: Tx, actor: Actor, appraisalId: Id, { trainingId, onDay, topic }: RecordTrainingBody): Promise<TrainingRecorded> {
    const row = await readAppraisal(tx, appraisalId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'training:record', appraisalTies(tx, row, await this.#teams.tiesOf(tx, row.patient_id)));
    if (onDay < row.from_on || onDay > row.to_on || onDay > this.#clock.today()) throw new Refusal('TRAINING_DAY_INVALID');
    const training = { id: trainingId, patientId: row.patient_id, guardianId: row.guardian_id, onDay, topic };
    const vault = await this.#vaults.of(tx.countyId);
    if (!(await insertTraining(tx, vault, training, actor.personId, this.#clock.now())))
      throw new Refusal('INPUT_INVALID', ['body.trainingId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'appraisal:training-recorded',
      objectKind: 'training',
      objectId: trainingId,
      patientId: row.patient_id,
      facts: { onDay },
    });
    return { trainingId, onDay };
  }
}
