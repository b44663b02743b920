import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { readNextVisits } from '@guanhu/shared/visits/visits.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { dayInWords } from '../../../ui/time.ts';

/** Who comes next and by when; without classes or colours. */
export function NextVisitItem({ patientId, label, last }: { patientId: string; label: string | undefined; last: boolean }) {
  const { value } = useRead(readNextVisits, { params: { patientId }, keep: true });
  const next = value && [...value.visits].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const whose = label === undefined ? '' : `${label}：`;
  if (!next) return <ListItem title={`${whose}还没有排上门`} sub="排好了会在这里告诉您" last={last} />;
  const today = phoneToday();
  const day = next.dueOn < today ? '这几天' : `${dayInWords(next.dueOn, today)}前`;
  return <ListItem title={`${whose}${day}有人上门看望`} sub={`${SEAT_LABELS[next.seat]}来，来前会打电话`} last={last} />;
}
