import { calendarDate } from '../kernel/calendar-date.ts';
import { documentKey, ID_TYPE_KEYS, ID_TYPES, readIdDocument, type IdType } from './id-document.rules.ts';
import { identityCheckDigit } from './identity-number.rules.ts';

const TODAY = calendarDate('2026-11-22');
const numbered = (first17: string) => `${first17}${identityCheckDigit(first17)}`;
const CITIZEN = numbered('99010119800101002');
const RESIDENT = numbered('81000019800101002');

it.each<[IdType, string, string]>([
  ['residentId', CITIZEN, CITIZEN],
  ['residentId', ` ${CITIZEN.slice(0, 6)} ${CITIZEN.slice(6)} `, CITIZEN],
  ['householdRegister', CITIZEN, CITIZEN],
  ['drivingLicence', CITIZEN, CITIZEN],
  ['hkMacaoTaiwanResidence', RESIDENT, RESIDENT],
  ['passport', 'e12345678', 'E12345678'],
  ['officer', '试字第12345号', '试字第12345号'],
  ['hkMacaoPermit', 'h01234567', 'H01234567'],
  ['hkMacaoPermit', 'M0123456701', 'M0123456701'],
  ['taiwanPermit', '01234567', '01234567'],
  ['foreignResidence', 'USA110000000000', 'USA110000000000'],
  ['other', '救助登记2026-001', '救助登记2026-001'],
])('reads the number of a %s: %s', (type, typed, number) => {
  expect(readIdDocument(type, typed, TODAY)).toMatchObject({ ok: true, type, number });
});

it.each<[IdType, string | null, string]>([
  ['residentId', null, 'DOCUMENT_NUMBER_MISSING'],
  ['residentId', '', 'DOCUMENT_NUMBER_MISSING'],
  ['residentId', `${CITIZEN.slice(0, 17)}${CITIZEN.endsWith('0') ? '1' : '0'}`, 'IDENTITY_CHECK_DIGIT'],
  ['residentId', numbered('99010120270101002'), 'IDENTITY_BIRTH_DATE'],
  ['residentId', '990101800101002', 'IDENTITY_OLD'],
  ['residentId', RESIDENT, 'DOCUMENT_SHAPE'],
  ['hkMacaoTaiwanResidence', CITIZEN, 'DOCUMENT_SHAPE'],
  ['passport', 'E1', 'DOCUMENT_SHAPE'],
  ['hkMacaoPermit', 'K01234567', 'DOCUMENT_SHAPE'],
  ['taiwanPermit', '0123456', 'DOCUMENT_SHAPE'],
  ['unknown', CITIZEN, 'DOCUMENT_NUMBER_OF_NOBODY'],
])('refuses for a %s: %s', (type, typed, fault) => {
  expect(readIdDocument(type, typed, TODAY)).toEqual({ ok: false, fault });
});

it('says birth and sex only where the number says them', () => {
  expect(readIdDocument('residentId', CITIZEN, TODAY)).toMatchObject({ bornOn: '1980-01-01', sex: 'female' });
  expect(readIdDocument('passport', 'E12345678', TODAY)).toMatchObject({ bornOn: null, sex: null });
  expect(readIdDocument('unknown', null, TODAY)).toEqual({ ok: true, type: 'unknown', number: null, bornOn: null, sex: null });
});

it('knows one person by one identity number, whatever paper shows it, and tells other papers apart', () => {
  expect(documentKey('householdRegister', CITIZEN)).toBe(documentKey('residentId', CITIZEN));
  expect(documentKey('taiwanPermit', '01234567')).not.toBe(documentKey('passport', '01234567'));
});

it('has a national code for every kind of paper, and none for nobody', () => {
  expect(ID_TYPE_KEYS.filter(type => ID_TYPES[type].code === null)).toEqual(['unknown']);
});
