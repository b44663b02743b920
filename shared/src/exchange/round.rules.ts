import { addDays, endOfMonth, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { ExchangePolicy } from '../policy/exchange-policy.terms.ts';
import type { ExchangeField } from './difference.terms.ts';
import { DEPARTMENT_KEYS, DEPARTMENTS, EXCHANGE_FIELD_KEYS, fieldOf, type Department } from './exchange.terms.ts';
import type { Outcome } from './difference.rules.ts';

/** 'YYYY-MM' */
export const monthOf = (day: CalendarDate): string => day.slice(0, 7);
/** The month in words. */
export const monthInWords = (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;

/** The round that should stand open on `today`: from a day of the month on, lists until some days before its end. Null: not yet. */
export function roundDue(today: CalendarDate, policy: ExchangePolicy): { readonly month: string; readonly deadline: CalendarDate } | null {
  if (Number(today.slice(8)) < policy.opensOnDay) return null;
  return { month: monthOf(today), deadline: addDays(endOfMonth(today), -policy.daysBeforeMonthEnd) };
}

/** The departments that a person's posts at the township (or the county above it) speak for. */
export const departmentsOf = (
  posts: readonly { readonly role: string; readonly areaId: string }[],
  areaPath: readonly string[],
): Department[] =>
  DEPARTMENT_KEYS.filter(each => posts.some(post => post.role === DEPARTMENTS[each].role && areaPath.includes(post.areaId)));

/** The fields that somebody may see: what their departments need, or all for the office that brings the departments together. */
export const fieldsSeen = (departments: readonly Department[], isOffice: boolean): ExchangeField[] =>
  EXCHANGE_FIELD_KEYS.filter(field => isOffice || fieldOf(field).seenBy.some(each => departments.includes(each)));

type SignFacts = {
  readonly today: CalendarDate;
  readonly deadline: CalendarDate;
  /** Departments that have handed in no list. */
  readonly missing: readonly Department[];
  readonly openRows: number;
  readonly openDifferences: number;
};

/** Whether a round can be signed. A department that hands in nothing holds the others up until the deadline, and no longer. */
export function decideSign({ today, deadline, missing, openRows, openDifferences }: SignFacts): Decision<true> {
  if (missing.length === DEPARTMENT_KEYS.length || (missing.length > 0 && today <= deadline)) return refuse('EXCHANGE_LIST_MISSING');
  if (openRows > 0) return refuse('EXCHANGE_ROWS_OPEN');
  if (openDifferences > 0) return refuse('EXCHANGE_DIFFERENCES_OPEN');
  return grant(true);
}

/** What was agreed of one patient. */
export type PackagePatient = {
  readonly patientId: string;
  readonly inLists: readonly Department[];
  readonly fields: { readonly [F in ExchangeField]?: Outcome };
};
export type ExchangePackage = {
  readonly format: 1;
  readonly townshipId: string;
  readonly month: string;
  readonly lists: readonly {
    readonly department: Department;
    readonly rows: number;
    readonly sha256: string;
    readonly handedInAt: string;
  }[];
  /** Departments that handed in nothing. */
  readonly missing: readonly Department[];
  /** In the order of their ids. */
  readonly patients: readonly PackagePatient[];
};

/** The text that is hashed: the same package always makes the same text. */
export const canonicalPackage = (one: ExchangePackage): string =>
  JSON.stringify({
    format: one.format,
    townshipId: one.townshipId,
    month: one.month,
    lists: one.lists.map(({ department, rows, sha256, handedInAt }) => ({ department, rows, sha256, handedInAt })),
    missing: one.missing,
    patients: one.patients.map(({ patientId, inLists, fields }) => ({
      patientId,
      inLists,
      fields: Object.fromEntries(EXCHANGE_FIELD_KEYS.flatMap(field => (fields[field] ? [[field, fields[field]]] : []))),
    })),
  });

/** What is another than in the package before, of one patient. */
type PackageChange = {
  readonly patientId: string;
  readonly kind: 'added' | 'gone' | 'changed';
  readonly fields: readonly { readonly field: ExchangeField; readonly before: Outcome | null; readonly after: Outcome | null }[];
};

const sameOutcome = (a: Outcome | undefined, b: Outcome | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What changed since the package before, among the fields given; in the order of the patients' ids. */
export function changesBetween(
  before: readonly PackagePatient[],
  after: readonly PackagePatient[],
  fields: readonly ExchangeField[],
): PackageChange[] {
  const were = new Map(before.map(one => [one.patientId, one]));
  const are = new Map(after.map(one => [one.patientId, one]));
  const ids = [...new Set([...were.keys(), ...are.keys()])].sort();
  return ids.flatMap((patientId): PackageChange[] => {
    const [was, is] = [were.get(patientId), are.get(patientId)];
    const changed = fields
      .filter(field => !sameOutcome(was?.fields[field], is?.fields[field]))
      .map(field => ({ field, before: was?.fields[field] ?? null, after: is?.fields[field] ?? null }));
    const kind = was === undefined ? 'added' : is === undefined ? 'gone' : 'changed';
    return kind === 'changed' && changed.length === 0 ? [] : [{ patientId, kind, fields: changed }];
  });
}
