import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords, monthDay } from '../../../ui/time.ts';
import { AdherenceCard } from './parts/adherence-card.tsx';
import { RegimenCard } from './parts/regimen-card.tsx';
import { SupplyCard } from './parts/supply-card.tsx';
import { medicationWords } from '../../../words/medication.ts';

/** A patient's medicine for those who look after them: the order, what is injected, whether it is taken, how long it lasts. */
export default function MedicinePage() {
  const { patientId = '', taskId } = useRouter().params;
  const read = useRead(readMedication, { params: { patientId }, keep: true });
  // Back from writing something down.
  useDidShow(() => void read.reload());
  const medicine = read.value;
  if (!medicine) {
    return <Page>{read.refusal ? <ErrorState refusal={read.refusal} onRetry={() => void read.reload()} /> : <Loading />}</Page>;
  }
  const { today, injectionsDue, lastInjection, mayRecord } = medicine;
  return (
    <Page>
      <RegimenCard of={medicine} />
      {(injectionsDue.length > 0 || lastInjection) && (
        <Card title={medicationWords.injections}>
          {injectionsDue.map((each, index) => (
            <KeyValue key={each.drug} name={each.drug} note={medicationWords.mg(each.eachMg)} last={index === injectionsDue.length - 1}>
              {each.dueOn < today ? (
                <Tag tone="late">{medicationWords.wasDue(monthDay(each.dueOn))}</Tag>
              ) : (
                medicationWords.due(dayInWords(each.dueOn, today))
              )}
            </KeyValue>
          ))}
          {lastInjection && (
            <View className="gh-note">
              {medicationWords.lastInjection(monthDay(lastInjection.givenOn), lastInjection.place, lastInjection.givenBy)}
            </View>
          )}
          {mayRecord && injectionsDue.length > 0 && (
            <View className="gh-gap">
              <BigButton look="secondary" onTap={() => goTo('/packages/medication/injection/index', { patientId })}>
                {medicationWords.recordInjection}
              </BigButton>
            </View>
          )}
        </Card>
      )}
      <SupplyCard patientId={patientId} of={medicine} onChange={() => void read.reload()} />
      <AdherenceCard of={medicine.adherence} />
      <PutOff taskId={taskId} />
    </Page>
  );
}
