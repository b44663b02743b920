import type { CalendarDate } from '../kernel/calendar-date.ts';
import { compactText } from '../kernel/plain-text.ts';
import { readIdentityNumber, type IdentityFault, IDENTITY_FAULTS } from './identity-number.rules.ts';
import type { Sex } from './registry.terms.ts';

/**
 * Kinds of document by which a person is known. `code`: the national classification of health data (WS/T 364.3, 身份证件类别); residence
 * permits have no number of their own there. `unknown`: nobody knows who the person is; a code would be an invention.
 */
export const ID_TYPES = {
  residentId: { label: '居民身份证', code: '01' },
  householdRegister: { label: '居民户口簿', code: '02' },
  passport: { label: '护照', code: '03' },
  officer: { label: '军官证', code: '04' },
  drivingLicence: { label: '驾驶证', code: '05' },
  hkMacaoPermit: { label: '港澳居民来往内地通行证', code: '06' },
  taiwanPermit: { label: '台湾居民来往大陆通行证', code: '07' },
  hkMacaoTaiwanResidence: { label: '港澳台居民居住证', code: '99' },
  foreignResidence: { label: '外国人永久居留身份证', code: '99' },
  other: { label: '其他法定有效证件', code: '99' },
  unknown: { label: '身份不明', code: null },
} as const;
export type IdType = keyof typeof ID_TYPES;
export const ID_TYPE_KEYS = Object.keys(ID_TYPES) as readonly IdType[];

/** What a document that says nothing of birth and sex looks like. */
const SHAPES: Readonly<
  Record<Exclude<IdType, 'residentId' | 'householdRegister' | 'drivingLicence' | 'hkMacaoTaiwanResidence' | 'unknown'>, RegExp>
> = {
  passport: /^[A-Z0-9]{5,17}$/,
  officer: /^[\p{Script=Han}A-Z0-9]{4,20}$/u,
  hkMacaoPermit: /^[HM]\d{8}(?:\d{2})?$/,
  taiwanPermit: /^\d{8}(?:\d{2})?$/,
  foreignResidence: /^(?:[A-Z]{3}\d{12}|9\d{17})$/,
  other: /^[\p{Script=Han}A-Z0-9-]{3,30}$/u,
};
/** Residence permits for people of Hong Kong, Macao and Taiwan are numbered like an identity card, in areas of their own. */
const RESIDENCE_AREAS = /^8[123]0000/;

export type DocumentFault = IdentityFault | 'DOCUMENT_SHAPE' | 'DOCUMENT_NUMBER_MISSING' | 'DOCUMENT_NUMBER_OF_NOBODY';
export const DOCUMENT_FAULTS: Readonly<Record<DocumentFault, string>> = {
  ...IDENTITY_FAULTS,
  DOCUMENT_SHAPE: '证件号码不符合这种证件的格式，请核对原件',
  DOCUMENT_NUMBER_MISSING: '请填写证件号码；证件还没看到的，证件类型也先空着',
  DOCUMENT_NUMBER_OF_NOBODY: '身份不明的，不填证件号码',
};

/** A document as it is kept; `bornOn` and `sex` only where the number says them. */
export type IdDocument = {
  readonly type: IdType;
  readonly number: string | null;
  readonly bornOn: CalendarDate | null;
  readonly sex: Sex | null;
};
export type DocumentReading = ({ readonly ok: true } & IdDocument) | { readonly ok: false; readonly fault: DocumentFault };

const wrong = (fault: DocumentFault): DocumentReading => ({ ok: false, fault });

/** Reads a document's number as people type it, by the rules of its kind. Nobody is born after `today`. */
export function readIdDocument(type: IdType, written: string | null, today: CalendarDate): DocumentReading {
  const typed = written === null ? '' : compactText(written);
  if (type === 'unknown')
    return typed === '' ? { ok: true, type, number: null, bornOn: null, sex: null } : wrong('DOCUMENT_NUMBER_OF_NOBODY');
  if (typed === '') return wrong('DOCUMENT_NUMBER_MISSING');
  if (type === 'residentId' || type === 'householdRegister' || type === 'drivingLicence' || type === 'hkMacaoTaiwanResidence') {
    const reading = readIdentityNumber(typed, today);
    if (!reading.ok) return wrong(reading.fault);
    if (RESIDENCE_AREAS.test(reading.number) !== (type === 'hkMacaoTaiwanResidence')) return wrong('DOCUMENT_SHAPE');
    return { ok: true, type, number: reading.number, bornOn: reading.bornOn, sex: reading.sex };
  }
  const number = typed.toUpperCase();
  return SHAPES[type].test(number) ? { ok: true, type, number, bornOn: null, sex: null } : wrong('DOCUMENT_SHAPE');
}

/** What a document is found by: one identity number is one person whatever paper shows it; other numbers only count with their kind. */
export function documentKey(type: IdType, number: string): string {
  return /^\d{17}[\dX]$/.test(number) && type !== 'foreignResidence' && type !== 'other' ? number : `${type}/${number}`;
}
