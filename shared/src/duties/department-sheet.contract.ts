import { z } from 'zod';
import { contract, Day, IdText, keysOf, listOf } from '../kernel/contract.ts';
import { ASSESSED_UNITS, DUTY_STANDINGS, SHEET_MEASURES, type DutyStanding, type SheetMeasure } from './department-sheet.terms.ts';
import * as routes from './duties.routes.ts';

const Quarter = z
  .string()
  .regex(/^20\d\d-Q[1-4]$/)
  .meta({ id: 'Quarter', description: 'YYYY-Qn' });
const Query = z.strictObject({
  townshipId: IdText,
  /** Absent: the running quarter. */
  quarter: Quarter.optional(),
});

const Line = z
  .object({
    measure: keysOf<SheetMeasure>(SHEET_MEASURES),
    done: z.int(),
    of: z.int(),
    points: z.int(),
    /** Null: there was nothing to do, so it counts neither way. */
    got: z.number().nullable(),
    /** The last days on which what is missing would have been in time; of lists, letters and minutes only, which are about nobody. */
    missed: z.array(Day),
  })
  .meta({ id: 'DepartmentSheetLine' });
const LedDuty = z
  .object({ id: z.string(), duty: z.string(), from: Day, to: Day, standing: keysOf<DutyStanding>(DUTY_STANDINGS) })
  .meta({ id: 'LedDuty' });
const Unit = z.enum(ASSESSED_UNITS);
/** Null: nothing of the sheet had anything to do. */
const Total = z.object({ got: z.number(), most: z.int() }).nullable();
const Department = z
  .object({
    unit: Unit,
    total: Total,
    lines: z.array(Line),
    /** What the office leads, by the parts of the year that end in the quarter. */
    duties: z.array(LedDuty),
  })
  .meta({ id: 'DepartmentSheet' });
const Sheets = z.object({
  townshipId: IdText,
  townshipName: z.string(),
  quarter: Quarter,
  from: Day,
  to: Day,
  /** The quarter goes on: what is not due yet is left out. */
  running: z.boolean(),
  countersignDays: z.int(),
  departments: z.array(Department),
});
const TownshipTotals = z
  .object({ townshipId: IdText, townshipName: z.string(), totals: z.array(z.object({ unit: Unit, total: Total })) })
  .meta({ id: 'TownshipDepartmentTotals' });
/** Every row names the departments in the same order. */
const Totals = listOf(TownshipTotals, { quarter: Quarter.optional() });

export const readDepartmentSheetsContract = contract({
  route: routes.readDepartmentSheets,
  summary: 'How each office of a township did its part in a quarter, by points of the policy, with what every point was told from',
  door: 'duty:read',
  query: Query,
  answer: Sheets,
  refusals: [],
});

export const listDepartmentTotalsContract = contract({
  route: routes.listDepartmentTotals,
  summary: 'The points of every department of every township that the reader may see, in the order of the places and not of the points',
  door: 'duty:read',
  ...Totals,
  refusals: [],
});

export type DepartmentTotalsQuery = z.input<typeof Totals.query>;
export type DepartmentTotals = z.infer<typeof Totals.answer>;
export type DepartmentSheetsQuery = z.input<typeof Query>;
export type DepartmentSheets = z.infer<typeof Sheets>;
export type DepartmentSheet = z.infer<typeof Department>;
