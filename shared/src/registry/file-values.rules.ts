import type { CalendarDate } from '../kernel/calendar-date.ts';
import { isPartialDate, mayBeSame, partialInWords, surelyBefore, wholeDay, type PartialDate } from '../kernel/partial-date.ts';
import { FILE_FIELDS, FILE_KEYS, type FieldValue, type FileChange, type FileKey, type FileValues } from './file-fields.ts';
import { DOCUMENT_FAULTS, readIdDocument, type DocumentReading, type IdType } from './id-document.rules.ts';

/** What is wrong with a field, in words for whoever fills it in. */
export type FileFault = { readonly key: FileKey; readonly say: string };

/** A file of which nothing is known. */
export const BLANK_FILE = Object.fromEntries(FILE_KEYS.map(key => [key, null])) as FileValues;

const dateOf = (value: FieldValue): PartialDate | null => (typeof value === 'string' && isPartialDate(value) ? value : null);

function documentOf({ idType, idNumber }: FileValues, today: CalendarDate): DocumentReading | null {
  return typeof idType === 'string' ? readIdDocument(idType as IdType, typeof idNumber === 'string' ? idNumber : null, today) : null;
}

/** The file after a change. An identity number is kept as it is written on the card, and says the day of birth and the sex where they are blank. */
export function changedFile(before: FileValues, change: FileChange, today: CalendarDate): FileValues {
  const after: FileValues = {
    ...before,
    ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as FileChange),
  } as FileValues;
  const document = documentOf(after, today);
  if (document?.ok !== true) return after;
  const born = dateOf(after.born);
  const fuller = document.bornOn !== null && (born === null || mayBeSame(born, wholeDay(document.bornOn)));
  return {
    ...after,
    idNumber: document.number,
    born: fuller ? document.bornOn : after.born,
    sex: after.sex ?? document.sex,
  };
}

/** Everything that cannot be: a number against the rules of its document, dates in the future or before birth. */
export function faultsOf(file: FileValues, today: CalendarDate): readonly FileFault[] {
  return [...personFaults(file, today), ...dateFaults(file, today)];
}

function personFaults(file: FileValues, today: CalendarDate): FileFault[] {
  const faults: FileFault[] = [];
  if (file.name === null) faults.push({ key: 'name', say: '姓名不能空着' });
  if (file.idType === null && file.idNumber !== null) faults.push({ key: 'idType', say: '请选择证件类型' });
  const document = documentOf(file, today);
  if (document === null) return faults;
  if (!document.ok) return [...faults, { key: 'idNumber', say: DOCUMENT_FAULTS[document.fault] }];
  const born = dateOf(file.born);
  if (document.bornOn !== null && born !== null && !mayBeSame(born, wholeDay(document.bornOn)))
    faults.push({ key: 'born', say: '与证件号码里的出生日期不一致' });
  if (document.sex !== null && (file.sex === 'male' || file.sex === 'female') && file.sex !== document.sex)
    faults.push({ key: 'sex', say: '与证件号码里的性别不一致' });
  return faults;
}

function dateFaults(file: FileValues, today: CalendarDate): FileFault[] {
  const born = dateOf(file.born);
  return FILE_KEYS.filter(key => FILE_FIELDS[key].kind === 'date').flatMap((key): FileFault[] => {
    const date = dateOf(file[key]);
    if (date === null) return [];
    if (surelyBefore(wholeDay(today), date)) return [{ key, say: '不能晚于今天' }];
    return key !== 'born' && born !== null && surelyBefore(date, born) ? [{ key, say: '不能早于出生日期' }] : [];
  });
}

/** Faults that a change brings in: what was wrong before does not keep anybody from putting other things right. */
export function newFaults(before: FileValues, after: FileValues, today: CalendarDate): readonly FileFault[] {
  const old = faultsOf(before, today);
  return faultsOf(after, today).filter(
    fault => !old.some(one => one.key === fault.key && one.say === fault.say && before[one.key] === after[one.key]),
  );
}

const sameValue = (a: FieldValue, b: FieldValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two states of a file differ, in the order of the form. */
export const differingKeys = (a: FileValues, b: FileValues): readonly FileKey[] => FILE_KEYS.filter(key => !sameValue(a[key], b[key]));

/** A value as people read it; null for a blank. A code that is no longer in its list is shown as it is. */
export function valueInWords(key: FileKey, value: FieldValue): string | null {
  if (value === null) return null;
  const field = FILE_FIELDS[key];
  const optionOf = (code: string) => ('options' in field ? (field.options[code] ?? code) : code);
  if (typeof value === 'number') return `${String(value)} 次`;
  if (typeof value !== 'string') return value.map(optionOf).join('、');
  return field.kind === 'date' && isPartialDate(value) ? partialInWords(value) : optionOf(value);
}
