import { isCalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { PartialDate } from '@guanhu/shared/kernel/partial-date';
import type { BodyOf } from '@guanhu/shared/kernel/route';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import type { reportClue } from '@guanhu/shared/screening/clue.routes';
import type { ToldSource, Whereabouts } from '@guanhu/shared/screening/clue.terms';

/** What is typed and tapped of a clue; text as it stands in its fields. */
export type ClueForm = {
  readonly clueId: string;
  readonly areaId?: string;
  readonly name: string;
  readonly sex?: 'male' | 'female';
  readonly born: string;
  readonly idNumber: string;
  readonly place: string;
  readonly whereabouts: Whereabouts;
  /** Numbers of the questions answered 有. */
  readonly yes: readonly number[];
  readonly group?: number | undefined;
  readonly note: string;
  readonly source: ToldSource;
  readonly informant: string;
  readonly informantPhone: string;
  /** The key under which it was sent: a refusal that comes later opens it again as it was. */
  readonly sentAs?: string;
};

/** A clue of which nothing is known. Most are found on the way from house to house, about somebody who is at home. */
export const blankClue = (clueId: string): ClueForm => ({
  clueId,
  name: '',
  born: '',
  idNumber: '',
  place: '',
  whereabouts: 'atHome',
  yes: [],
  note: '',
  source: 'visit',
  informant: '',
  informantPhone: '',
});

const isYear = (text: string): text is PartialDate => /^\d{4}$/.test(text) && isCalendarDate(`${text}-01-01`);

type Fault = 'who' | 'village' | 'signs' | 'born' | 'idNumber';

/** What is missing or cannot be. Whether a number is anybody's is for the server; the phone looks at its shape. */
export function clueFaults(form: ClueForm, thisYear: number): readonly Fault[] {
  const [born, idNumber] = [form.born.trim(), form.idNumber.trim()];
  const faults: readonly (readonly [Fault, boolean])[] = [
    ['village', form.areaId === undefined],
    ['who', form.name.trim() === ''],
    ['born', born !== '' && !(isYear(born) && Number(born) <= thisYear)],
    ['idNumber', idNumber !== '' && !/^\d{17}[\dXx]$/.test(idNumber)],
    ['signs', form.yes.length === 0 && form.group === undefined],
  ];
  return faults.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** What is sent; undefined while something is missing or cannot be. */
export function clueBody(form: ClueForm, thisYear: number): BodyOf<typeof reportClue> | undefined {
  if (clueFaults(form, thisYear).length > 0) return undefined;
  const { clueId, yes, group, source, whereabouts, sex } = form;
  const [name, born, idNumber, place] = [form.name.trim(), form.born.trim(), form.idNumber.trim().toUpperCase(), form.place.trim()];
  const [note, informant, phone] = [form.note.trim(), form.informant.trim(), form.informantPhone.trim()];
  return {
    clueId,
    form: NEWEST_FORM.version,
    yes,
    source,
    whereabouts,
    person: {
      name,
      ...(idNumber !== '' && { idType: 'residentId' as const, idNumber }),
      ...(isYear(born) && { born }),
      ...(sex !== undefined && { sex }),
      ...(place !== '' && { place }),
    },
    ...(group !== undefined && { group }),
    ...(note !== '' && { note }),
    ...(informant !== '' && { informant: { name: informant, ...(phone !== '' && { phone }) } }),
  };
}
