import { useState } from 'react';
import { confirmMedication, readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { urlOf } from '@guanhu/shared/kernel/route';
import type { MedicationAnswer, NotTakenReason } from '@guanhu/shared/medication/medication.terms';
import type { PhoneRefusal } from '../../platform/api/answer.ts';
import { newKey } from '../../platform/api/new-key.ts';
import { useRead } from '../../platform/api/use-read.ts';
import { nowInstant, phoneToday } from '../../platform/now.ts';
import { settled, submit } from '../../platform/outbox';
import { useWaiting } from '../../platform/outbox/use-waiting.ts';
import { bankCredits } from '../../platform/subscribe/bank-credits.ts';
import { medicineCard } from './medicine.ts';
import { todayWords } from '../../words/today.ts';

/** What became of the last tap. */
export type Said =
  | { readonly at: 'idle' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved' }
  | { readonly at: 'queued' }
  | { readonly at: 'refused'; readonly refusal: PhoneRefusal };

/** One ward's medicine: the week, the question, and the tap that answers it. */
export function useMedicine(patientId: string) {
  const week = useRead(readMedicationWeek, { params: { patientId }, query: {}, keep: true });
  const [own, setOwn] = useState<Readonly<Record<string, MedicationAnswer>>>({});
  const [said, setSaid] = useState<Said>({ at: 'idle' });
  // A tap that has arrived, and one from before a crash too, which nobody on this page has sent: the week may have been read before it did.
  useWaiting(urlOf(confirmMedication, { patientId }), week.reload);

  const answer = async (on: CalendarDate, given: MedicationAnswer, why?: NotTakenReason) => {
    // Asked for at the tap that everybody makes, not again at the one that only some make.
    if (why === undefined) void bankCredits(['medication', 'visit', 'payout']);
    setSaid({ at: 'saving' });
    setOwn(before => ({ ...before, [on]: given }));
    const key = newKey();
    const first = await submit(confirmMedication, {
      key,
      params: { patientId },
      body: { on, answer: given, ...(why === undefined ? {} : { why }), at: nowInstant() },
      what: todayWords.medicineConfirmation,
    });
    if (first.at === 'queued') setSaid({ at: 'queued' });
    const outcome = first.at === 'queued' ? await settled(confirmMedication, key) : first;
    if (outcome.at === 'refused') {
      setOwn(({ [on]: _, ...rest }) => rest);
      setSaid(outcome);
      return;
    }
    setSaid({ at: 'saved' });
  };
  return { week, said, answer, card: week.value && medicineCard(week.value, phoneToday(), own) };
}
