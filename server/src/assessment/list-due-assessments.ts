import type { Actor } from '@guanhu/shared/access/access.terms';
import type { DueAssessmentsAnswer } from '@guanhu/shared/assessment/assessment.contract';
import type { Cycle } from '@guanhu/shared/assessment/assessment.terms';
import { cycleState } from '@guanhu/shared/assessment/cycle.rules';
import { addDays, calendarDate, isCalendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { inTownship, mapSpread } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { listCycles } from './cycle.store.ts';

const FIRST = { dueOn: calendarDate('1900-01-01'), id: '00000000-0000-0000-0000-000000000000' };
type Asked = {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly cycle?: Cycle | undefined;
  readonly inSight?: 'yes' | undefined;
};

/** What is to be reviewed and examined when, of the patients that the reader answers for. */
@Injectable()
export class ListDueAssessments {
  readonly #database: Database;
  readonly #access: Access;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, policies: Policies, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, { after, limit, cycle, inSight }: Asked): Promise<DueAssessmentsAnswer> {
    const county = this.#database.county(actor.countyId);
    const today = this.#clock.today();
    const versions = await this.#policies.spread(county, 'assessment', today);
    const rows = await listCycles(county, {
      scope: this.#access.scope(actor, 'patient:read'),
      today,
      cycle: cycle ?? null,
      sight: inSight === 'yes' ? mapSpread(versions, ({ policy }) => addDays(today, policy.horizonDays)) : null,
      after: after === undefined ? FIRST : keyOf(after),
      limit: limit + 1,
    });
    const { shown, last } = pageOf(rows, limit);
    const vault = await this.#vaults.of(actor.countyId);
    await this.#audit.read(county, { actor, what: 'due-assessments', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(row => ({
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.nameSealed),
        villageName: row.villageName,
        cycle: row.cycle,
        dueOn: row.dueOn,
        state: cycleState(row, today, inTownship(versions, row.townshipId).policy.horizonDays),
        lastDoneOn: row.lastDoneOn,
      })),
      next: last ? `${last.dueOn}_${last.id}` : null,
    };
  }
}

/** Where the page before ended. @throws Refusal INPUT_INVALID */
function keyOf(after: string): { dueOn: CalendarDate; id: Id } {
  const [dueOn = '', id = ''] = after.split('_');
  if (!isCalendarDate(dueOn) || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { dueOn, id };
}
