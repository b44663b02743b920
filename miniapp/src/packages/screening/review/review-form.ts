import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { ReviewClueBody } from '@guanhu/shared/screening/clue.contract';
import type { Finding } from '@guanhu/shared/screening/clue.terms';

/** What a psychiatrist found, as it is typed. Nothing is proposed. */
export type ReviewForm = {
  readonly finding: Finding | undefined;
  readonly reviewedOn: CalendarDate;
  readonly psychiatrist: string;
  readonly hospital: string;
  readonly opinion: string;
};

type Review = Omit<ReviewClueBody, 'version' | 'patientId'> & { readonly finding: Finding };

/** What is written down of a form: undefined while it lacks the finding, or who found it and where. */
export function reviewOf({ finding, reviewedOn, ...typed }: ReviewForm): Review | undefined {
  const [psychiatrist, hospital, opinion] = [typed.psychiatrist.trim(), typed.hospital.trim(), typed.opinion.trim()];
  if (finding === undefined || psychiatrist === '' || hospital === '') return undefined;
  return { finding, reviewedOn, psychiatrist, hospital, ...(opinion === '' ? {} : { opinion }) };
}
