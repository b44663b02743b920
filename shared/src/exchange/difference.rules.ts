import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { FileValues } from '../registry/file-fields.ts';
import type { PatientState } from '../registry/registry.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import { compactText } from '../kernel/plain-text.ts';
import { readField } from './department-list.rules.ts';
import type { DifferenceAnswer, DifferenceState, ExchangeField } from './difference.terms.ts';
import { EXCHANGE_FIELD_KEYS, type Department, type FieldClaims } from './exchange.terms.ts';

/** What a department says of one patient. */
type Claim = { readonly department: Department; readonly values: FieldClaims };
/** A claim of a department that something else contradicts: the file, or, where the file says nothing, another department. */
export type Difference = {
  readonly department: Department;
  readonly field: ExchangeField;
  readonly stated: string;
  /** What the file says; null: nothing. */
  readonly known: string | null;
};

/** Two spellings of one address are no difference. */
const same = (field: ExchangeField, a: string, b: string): boolean => (field === 'address' ? compactText(a) === compactText(b) : a === b);

/** Somebody in hospital by their file is in care: lists of other departments do not say so among the states. */
const AT_HOME = new Set(['registered', 'inCare', 'hospitalised']);
const sameStatus = (a: string, b: string): boolean => a === b || (AT_HOME.has(a) && AT_HOME.has(b));

const agrees = (field: ExchangeField, a: string, b: string): boolean => (field === 'status' ? sameStatus(a, b) : same(field, a, b));

/** What a file says of the fields that are exchanged. */
export function knownValues(state: PatientState, values: FileValues, risk: RiskRating | null): FieldClaims {
  const text = (value: FileValues[keyof FileValues]) => (typeof value === 'string' && value !== '' ? value : undefined);
  const known = {
    status: state,
    address: text(values.address),
    admission: state === 'hospitalised' ? 'in' : 'out',
    risk: risk?.toString(),
    economy: text(values.economy),
    disability: text(values.disabilityCertificate),
    reward: text(values.rewardSubject),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** The claims about one patient that have to be answered, each by the department that made it. */
export function differencesOf(known: FieldClaims, claims: readonly Claim[]): Difference[] {
  return EXCHANGE_FIELD_KEYS.flatMap(field =>
    claims.flatMap(({ department, values }): Difference[] => {
      const stated = values[field];
      if (stated === undefined) return [];
      const file = known[field];
      const against = file === undefined ? claims.flatMap(one => one.values[field] ?? []) : [file];
      return against.every(other => agrees(field, stated, other)) ? [] : [{ department, field, stated, known: file ?? null }];
    }),
  );
}

/** What a department may answer: a correction is a value of the field, a dispute says why. */
export function decideAnswer(
  state: DifferenceState,
  field: ExchangeField,
  { outcome, value, words }: { outcome: DifferenceAnswer; value?: string | undefined; words?: string | undefined },
): Decision<{ readonly state: DifferenceState; readonly value: string | null; readonly words: string | null }> {
  if (state !== 'open') return refuse('EXCHANGE_ANSWERED');
  if (outcome === 'corrected') {
    const read = value === undefined ? null : readField(field, value);
    return read === null || read === ''
      ? refuse('EXCHANGE_VALUE_UNKNOWN', ['body.value'])
      : grant({ state: outcome, value: read, words: words ?? null });
  }
  if (outcome === 'disputed' && words === undefined) return refuse('EXCHANGE_REASON_MISSING', ['body.words']);
  return grant({ state: outcome, value: null, words: words ?? null });
}

/** A department's claim as it stands when the round is signed. */
export type FinalClaim = { readonly department: Department; readonly value: string; readonly disputed: boolean };
/** What came of a field: the value that all who spoke of it stand by, or that they do not agree. */
export type Outcome = { readonly agreed: true; readonly value: string } | { readonly agreed: false };

/** Agreed when nobody disputes and all say the same; what the file says is no vote, it is corrected by it. */
export function outcomeOf(field: ExchangeField, claims: readonly FinalClaim[]): Outcome | null {
  const [first, ...others] = claims;
  if (first === undefined) return null;
  const agreed = claims.every(claim => !claim.disputed) && others.every(claim => agrees(field, claim.value, first.value));
  return agreed ? { agreed: true, value: first.value } : { agreed: false };
}
