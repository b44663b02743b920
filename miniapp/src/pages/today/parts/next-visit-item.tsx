import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { readNextVisits } from '@guanhu/shared/visits/visits.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { todayWords } from '../../../words/today.ts';

/** Who comes next and by when; without classes or colours. */
export function NextVisitItem({ patientId, label, last }: { patientId: string; label: string | undefined; last: boolean }) {
  const { value } = useRead(readNextVisits, { params: { patientId }, keep: true });
  const next = value && [...value.visits].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const whose = label === undefined ? '' : todayWords.whose(label);
  if (!next) return <ListItem title={todayWords.noVisitYet(whose)} sub={todayWords.noVisitYetSub} last={last} />;
  const today = phoneToday();
  const day = next.dueOn < today ? todayWords.theseDays : todayWords.before(dayInWords(next.dueOn, today));
  return <ListItem title={todayWords.visitComes(whose, day)} sub={todayWords.visitorComes(SEAT_LABELS[next.seat])} last={last} />;
}
