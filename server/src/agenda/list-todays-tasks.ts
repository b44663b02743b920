import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { TodayAnswer } from '@guanhu/shared/agenda/agenda.contract';
import { overdueDays, timingOf } from '@guanhu/shared/agenda/due.rules';
import { isConfidential } from '@guanhu/shared/agenda/office.rules';
import { calendarDate, isCalendarDate, startOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { readValues } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readKin } from './office.store.ts';
import { readToday, type TodayRow } from './task.store.ts';

const FIRST = { dueOn: calendarDate('1900-01-01'), id: '00000000-0000-0000-0000-000000000000' };

/** What the reader, and whoever they stand in for, has to do. */
@Injectable()
export class ListTodaysTasks {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(database: Database, vaults: Vaults, clock: Clock) {
    this.#database = database;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  async run(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<TodayAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const today = this.#clock.today();
    const asked = {
      assignees: standsFor(actor),
      since: startOf(today),
      after: after === undefined ? FIRST : keyOf(after),
      limit,
      read: readValues(actor, 'tasks-today'),
    };
    const { done, rows } = await readToday(county, asked);
    const { shown: page, last } = pageOf(rows, limit);
    const shown = await this.#forReader(actor, page);
    return {
      today,
      rows: shown.map(row => ({
        taskId: row.id,
        kind: row.kind,
        reason: row.reason,
        seat: row.seat,
        patientId: row.patient_id,
        // A family knows whom it looks after; their list names nobody, whoever looks over their shoulder.
        patientName:
          row.seat === 'guardian' || isConfidential(row.kind) || row.patient_id === null || row.name_sealed === null
            ? null
            : vault.open({ table: 'patient', row: row.patient_id, column: 'name_sealed' }, row.name_sealed),
        villageName: row.village_name ?? '',
        dueOn: row.due_on,
        timing: timingOf({ dueOn: row.due_on, overdueAfter: row.overdue_after }, today),
        overdueDays: overdueDays(row.overdue_after, today),
        attempts: row.attempts,
        causeId: row.cause_id,
      })),
      next: last ? `${last.due_on}_${last.id}` : null,
      doneToday: done,
    };
  }

  /** Whoever stands in for a colleague may be of the very family that is reported: of that they see nothing. */
  async #forReader(actor: Actor, rows: readonly TodayRow[]): Promise<readonly TodayRow[]> {
    const confidential = rows.filter(row => isConfidential(row.kind)).flatMap(row => row.patient_id ?? []);
    if (confidential.length === 0) return rows;
    const asked = { personIds: standsFor(actor), patientIds: confidential, day: this.#clock.today() };
    const kin = await readKin(this.#database.county(actor.countyId), asked);
    return rows.filter(row => !isConfidential(row.kind) || row.patient_id === null || !kin.has(row.patient_id));
  }
}

/** Where the page before ended. @throws Refusal INPUT_INVALID */
function keyOf(after: string): { dueOn: CalendarDate; id: Id } {
  const [dueOn = '', id = ''] = after.split('_');
  if (!isCalendarDate(dueOn) || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { dueOn, id };
}
