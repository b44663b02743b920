import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { partialInWords } from '@guanhu/shared/kernel/partial-date';
import { SEXES } from '@guanhu/shared/registry/registry.terms';
import { formOf } from '@guanhu/shared/screening/clue-form.rules';
import type { ClueAnswer } from '@guanhu/shared/screening/clue.contract';
import { CLUE_SOURCES, FINDINGS, WHEREABOUTS } from '@guanhu/shared/screening/clue.terms';
import { dayInWords, momentInWords, yearMonthDay } from '../../../ui/time.ts';
import { screeningWords } from '../../../words/screening.ts';

type Line = readonly [name: string, value: string];
const isLine = (line: Line | false): line is Line => line !== false;

/** What was told of somebody; what nobody knows is left out. */
export const toldLines = (
  { source, reportedBy, reportedAt, whereabouts, person, form, group }: ClueAnswer,
  today: CalendarDate,
): readonly Line[] =>
  [
    [screeningWords.source, CLUE_SOURCES[source]] as const,
    [screeningWords.reported, screeningWords.byAt(reportedBy, momentInWords(reportedAt, today))] as const,
    [screeningWords.where, WHEREABOUTS[whereabouts]] as const,
    person?.place !== undefined && ([screeningWords.lives, person.place] as const),
    person?.sex !== undefined && ([screeningWords.sex, SEXES[person.sex]] as const),
    person?.born !== undefined && ([screeningWords.born, partialInWords(person.born)] as const),
    person?.idNumber !== undefined && ([screeningWords.numberExample, person.idNumber] as const),
    group !== null && ([screeningWords.group, formOf(form)?.groups[group] ?? String(group)] as const),
  ].filter(isLine);

/** What was done about it so far, and until when the next step is due. */
export const stepLines = ({ dueOn, checked, review }: ClueAnswer, today: CalendarDate): readonly Line[] =>
  [
    dueOn !== null && ([screeningWords.nextBy, dayInWords(dueOn, today)] as const),
    checked !== null && ([screeningWords.checked, screeningWords.byAt(checked.by, momentInWords(checked.at, today))] as const),
    typeof checked?.reason === 'string' && ([screeningWords.whyAnother, checked.reason] as const),
    review !== null && ([screeningWords.finding, screeningWords.foundOn(yearMonthDay(review.on), FINDINGS[review.finding])] as const),
    typeof review?.words === 'string' && ([screeningWords.opinion, review.words] as const),
  ].filter(isLine);
