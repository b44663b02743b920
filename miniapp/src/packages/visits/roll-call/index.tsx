import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { readMyRollCall } from '@guanhu/shared/visits/special-period.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { rollCallOf } from '../../../platform/roll-call/marks.rules.ts';
import { useMarks } from '../../../platform/roll-call/use-marks.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { RollCallItem } from '../../../ui/roll-call/roll-call-item.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { PeriodsCard } from './parts/periods-card.tsx';
import { visitsWords } from '../../../words/visits.ts';

/** Everybody near the reader who is asked after today: one tap each, also where there is no signal. */
export default function RollCallPage() {
  const reading = useRead(readMyRollCall, { keep: true });
  const { said, mark } = useMarks(reading.reload);
  const { taskId } = useRouter().params;
  const value = reading.value && rollCallOf(phoneToday(), reading.value);
  if (!value)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  if (value.persons.length === 0) {
    return (
      <Page>
        <Empty title={visitsWords.noRollCall} sub={visitsWords.noRollCallSub} />
        <PeriodsCard />
      </Page>
    );
  }
  const stateOf = (patientId: string) => said[patientId]?.result ?? value.persons.find(one => one.patientId === patientId)?.state;
  const done = value.persons.filter(one => stateOf(one.patientId) !== 'missing').length;
  // Those who are still to be found stand first; nobody jumps away under the finger, for the order is the server's.
  const persons = [...value.persons].sort((a, b) => Number(a.state !== 'missing') - Number(b.state !== 'missing'));
  return (
    <Page>
      <Card title={done === value.persons.length ? visitsWords.allSeen : visitsWords.peopleLeft(value.persons.length - done)}>
        <ProgressBar done={done} all={value.persons.length} />
        <View className="gh-note">{visitsWords.rollCallBy(value.until)}</View>
      </Card>
      {persons.map(person => (
        <RollCallItem
          key={person.patientId}
          title={`${person.villageName} · ${person.patientName ?? ''}`}
          marked={person.mark}
          said={said[person.patientId]}
          onMark={result => void mark(person.patientId, result)}
        />
      ))}
      <PeriodsCard />
      {done < value.persons.length && <PutOff taskId={taskId} />}
    </Page>
  );
}
