import type { Actor } from '@guanhu/shared/access/access.terms';
import type { DepartmentSheet, DepartmentSheets, DepartmentSheetsQuery } from '@guanhu/shared/duties/department-sheet.contract';
import {
  countStandings,
  judgedOn,
  judgedPeriods,
  quarterDays,
  quarterOf,
  sheetOf,
  standingOf,
} from '@guanhu/shared/duties/department-sheet.rules';
import { ASSESSED_UNITS, type AssessedUnit } from '@guanhu/shared/duties/department-sheet.terms';
import { verdictOf, verdictOfEvidence } from '@guanhu/shared/duties/duty-proof.rules';
import { SHIPPED_DUTIES } from '@guanhu/shared/duties/duty-rows';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { COUNTED_MEASURES, countMeasure, type UnitCount } from './department-sheet.store.ts';
import { readEvidenceDays } from './evidence.store.ts';
import { readProof } from './proof.store.ts';
import { TownshipGround } from './township-ground.ts';

type Quarter = { readonly townshipId: Id; readonly from: CalendarDate; readonly to: CalendarDate; readonly today: CalendarDate };
type LedDuty = DepartmentSheet['duties'][number];

/** The assessment sheets of a township's offices: what the data prove, in points of the county's policy. Nothing follows from one by itself. */
@Injectable()
export class ReadDepartmentSheets {
  readonly #database: Database;
  readonly #ground: TownshipGround;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(database: Database, ground: TownshipGround, policies: Policies, clock: Clock) {
    this.#database = database;
    this.#ground = ground;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(actor: Actor, { townshipId, quarter }: DepartmentSheetsQuery): Promise<DepartmentSheets> {
    const county = this.#database.county(actor.countyId);
    const townshipName = await this.#ground.require(county, actor, 'duty:read', townshipId);
    const today = this.#clock.today();
    const asked = quarter ?? quarterOf(today);
    const { from, to } = quarterDays(asked);
    const { departments: points, countersignDays } = await this.#policies.inForce(county, 'indicators', today, 'county');
    const when = { townshipId, from, to, today };
    const led = await ledDuties(county, when);
    const counted = new Map<string, readonly UnitCount[]>();
    for (const measure of COUNTED_MEASURES) counted.set(measure, await countMeasure(county, measure, { ...when, countersignDays }));
    const sheet = (unit: AssessedUnit): DepartmentSheet => {
      const duties = led.get(unit) ?? [];
      const of = new Map([...counted].map(([measure, rows]) => [measure, rows.find(row => row.unit === unit)]));
      const { lines, total } = sheetOf(points[unit] ?? {}, {
        ...Object.fromEntries([...of].flatMap(([measure, row]) => (row ? [[measure, row]] : []))),
        duties: countStandings(duties.map(({ standing }) => standing)),
      });
      return { unit, total, lines: lines.map(line => ({ ...line, missed: [...(of.get(line.measure)?.missed ?? [])] })), duties };
    };
    return {
      townshipId,
      townshipName,
      quarter: asked,
      from,
      to,
      running: to >= today,
      countersignDays,
      departments: ASSESSED_UNITS.filter(unit => Object.keys(points[unit] ?? {}).length > 0).map(sheet),
    };
  }
}

/** How the duties stand that each office leads, by the parts of the year that end in the quarter. */
async function ledDuties(reader: Reader, { townshipId, from, to, today }: Quarter): Promise<ReadonlyMap<string, LedDuty[]>> {
  const parts = SHIPPED_DUTIES.flatMap(row => judgedPeriods({ from, to }, row.period, today).map(part => ({ ...row, ...part })));
  const first = parts.reduce((earliest, part) => (part.from < earliest ? part.from : earliest), from);
  const notes = await readEvidenceDays(reader, { townshipId, from: first, to });
  const led = new Map<string, LedDuty[]>();
  for (const { id, lead, duty, proof, ...part } of parts) {
    const verdict =
      proof === null
        ? verdictOfEvidence(notes.filter(note => note.duty === id && note.on >= part.from && note.on <= part.to).length)
        : verdictOf(await readProof(reader, proof, { townshipId, from: part.from, to: part.to, today: judgedOn(part.to, today) }));
    const shown = { id, duty, from: part.from, to: part.to, standing: standingOf(verdict, part.to, today) };
    led.set(lead, [...(led.get(lead) ?? []), shown]);
  }
  return led;
}
