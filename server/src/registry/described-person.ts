import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { wholeDay } from '@guanhu/shared/kernel/partial-date';
import type { DuplicatesBody } from '@guanhu/shared/registry/file.contract';
import { readIdDocument, type IdType } from '@guanhu/shared/registry/id-document.rules';
import type { Person } from './duplicates.ts';

/** Somebody as an official describes them before there is a file. @throws Refusal FILE_NOT_RIGHT when the document cannot be right. */
export function describedPerson({ name, idType, idNumber, born }: Omit<DuplicatesBody, 'villageId'>, today: CalendarDate): Person {
  if (idType === undefined) {
    if (idNumber !== undefined) throw new Refusal('FILE_NOT_RIGHT', ['body.idType']);
    return { name, document: null, born: born ?? null };
  }
  const document = readDocument(idType, idNumber ?? null, today);
  return { name, document, born: born ?? (document.bornOn === null ? null : wholeDay(document.bornOn)) };
}

/** @throws Refusal FILE_NOT_RIGHT */
export function readDocument(type: IdType, number: string | null, today: CalendarDate) {
  const reading = readIdDocument(type, number, today);
  if (!reading.ok) throw new Refusal('FILE_NOT_RIGHT', ['body.idNumber']);
  return reading;
}
