import { View } from '@tarojs/components';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { ARRIVALS, ARRIVAL_KEYS } from '@guanhu/shared/medication/medication.terms';
import type { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { recordArrival } from '@guanhu/shared/medication/supply.routes';
import { newKey } from '../../../../platform/api/new-key.ts';
import { goTo } from '../../../../platform/navigate';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { dayInWords, monthDay } from '../../../../ui/time.ts';
import { useRecording } from '../../use-recording.ts';
import { commonWords } from '../../../../words/common.ts';
import { medicationWords } from '../../../../words/medication.ts';

type Overview = AnswerOf<typeof readMedication>;

/** What was given out, how it came home, and until when it lasts. */
export function SupplyCard({ patientId, of, onChange }: { patientId: string; of: Overview; onChange: () => void }) {
  const { stock, lastDispensings, mayRecord, today } = of;
  return (
    <Card title={medicationWords.medicineAtHome}>
      {stock.length === 0 && <View className="gh-sub">{medicationWords.noSupply}</View>}
      {stock.map(each => (
        <KeyValue key={each.drug} name={each.drug}>
          {lasts(each.runsOutOn, today)}
        </KeyValue>
      ))}
      {lastDispensings.map(one => (
        <View key={one.dispensingId} className="gh-note gh-gap">
          {one.byFamily && medicationWords.familyFetched(monthDay(one.givenOn), one.drug, amount(one))}
          {!one.byFamily &&
            medicationWords.givenOut(
              monthDay(one.givenOn),
              one.givenBy,
              one.drug,
              amount(one),
              one.free ? medicationWords.free : '',
              one.arrival ? `${monthDay(one.arrival.on)} ${ARRIVALS[one.arrival.how]}` : medicationWords.notAtHome,
            )}
          {one.arrival === null && mayRecord && (
            <Arrive patientId={patientId} dispensingId={one.dispensingId} today={today} onDone={onChange} />
          )}
        </View>
      ))}
      {mayRecord && (
        <View className="gh-gap">
          <BigButton onTap={() => goTo('/packages/medication/supply/index', { patientId })}>{medicationWords.recordSupply}</BigButton>
        </View>
      )}
    </Card>
  );
}

function Arrive({
  patientId,
  dispensingId,
  today,
  onDone,
}: {
  patientId: string;
  dispensingId: string;
  today: CalendarDate;
  onDone: () => void;
}) {
  const { state, record } = useRecording(recordArrival, medicationWords.atHome);
  if (state.at === 'queued') return <View className="gh-note">{commonWords.keptOnPhone}</View>;
  return (
    <>
      <View className="gh-pairs gh-gap">
        {ARRIVAL_KEYS.map(how => (
          <BigButton
            key={how}
            look="line"
            size="small"
            busy={state.at === 'saving'}
            onTap={() => void record({ patientId, dispensingId }, { how, on: today }, newKey()).then(onDone)}
          >
            {medicationWords.todayArrival(ARRIVALS[how])}
          </BigButton>
        ))}
      </View>
      {state.at === 'refused' && <View className="gh-form-row__fault">{state.say}</View>}
    </>
  );
}

function lasts(runsOutOn: CalendarDate | null, today: CalendarDate): string {
  if (runsOutOn === null) return medicationWords.cannotTell;
  return runsOutOn <= today ? medicationWords.usedUp : medicationWords.lasts(dayInWords(addDays(runsOutOn, -1), today));
}

const amount = ({ tablets, mgPerTablet, days }: Overview['lastDispensings'][number]): string =>
  [
    tablets === null ? '' : medicationWords.tablets(tablets, mgPerTablet === null ? '' : medicationWords.perTablet(mgPerTablet)),
    days === null ? '' : medicationWords.forDays(days),
  ].join('');
