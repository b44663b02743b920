import type { Permission } from '@guanhu/shared/access/permissions.rules';
import type { ApplicationState } from '@guanhu/shared/agreements/application.terms';
import { lateOfficerTurn } from '@guanhu/shared/agreements/application-life.rules';
import { weeksLate } from '@guanhu/shared/agreements/reminding.rules';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { lateApplications, lockApplication, nameOfficer, readApplicationSteps } from './application.store.ts';
import { Applications, decidersOf } from './applications.ts';
import { TellOfApplication } from './tell-of-application.ts';

/** Who hears of a step that is late: the level above, that can see to it, and at the top the same office once more. */
const ABOVE: Readonly<Partial<Record<ApplicationState, Permission>>> = {
  villageReview: 'application:conclude',
  townshipReview: 'application:approve',
  countyApproval: 'application:approve',
  objected: 'application:answer',
};

/**
 * An application, or an objection to its refusal, that nobody has answered in time goes one level up, once a week; of an objection the next
 * officer is named. Safe to repeat.
 */
@Injectable()
export class TellOfLateAnswers {
  readonly #database: Database;
  readonly #applications: Applications;
  readonly #offices: AskOffices;
  readonly #tell: TellOfApplication;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    applications: Applications,
    offices: AskOffices,
    tell: TellOfApplication,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#applications = applications;
    this.#offices = offices;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const today = this.#clock.today();
    await this.#database.county(countyId).inTransaction(async tx => {
      for (const { id, state, version, patient_id: patientId, due_on } of await lateApplications(tx, today)) {
        const [permission, weeks] = [ABOVE[state], weeksLate(due_on, today)];
        if (permission === undefined || weeks === null) continue;
        await this.#offices.run(tx, {
          key: `application-late:${id}:${String(version)}:${String(weeks)}`,
          patientId,
          permission,
          except: [],
        });
        if (state === 'objected') await this.#nameNext(tx, id, weeks);
      }
    });
  }

  async #nameNext(tx: Tx, id: Id, weeks: number): Promise<void> {
    const row = await lockApplication(tx, id);
    if (row?.state !== 'objected' || row.refused_at === null) return;
    const steps = await readApplicationSteps(tx, await this.#vaults.of(tx.countyId), id);
    const officerId = await this.#applications.officerOf(tx, row, lateOfficerTurn(row.refused_at, weeks), decidersOf(row, steps));
    if (officerId === null || officerId === row.officer_id) return;
    await nameOfficer(tx, id, officerId);
    await this.#audit.deed(tx, {
      actor: 'system',
      act: 'applications:officer-named',
      objectKind: 'reward-application',
      objectId: id,
      patientId: row.patient_id,
      facts: { officerId },
    });
    await this.#tell.officerNamed(tx, { id, patientId: row.patient_id, guardianId: row.guardian_id }, officerId);
  }
}
