import { useState } from 'react';
import { View } from '@tarojs/components';
import { addDays, weekdayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import {
  MEDICATION_ANSWERS,
  NOT_TAKEN_REASONS,
  NOT_TAKEN_REASON_KEYS,
  type MedicationAnswer,
  type NotTakenReason,
} from '@guanhu/shared/medication/medication.terms';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { goTo } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Hear } from '../../../ui/hear/hear.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { WeekStrip } from '../../../ui/week-strip/week-strip.tsx';
import { useMedicine } from '../use-medicine.ts';
import { commonWords } from '../../../words/common.ts';
import { todayWords } from '../../../words/today.ts';

const STATE_WORDS = { idle: '', saving: todayWords.saving, saved: commonWords.noted, queued: commonWords.keptOnPhone } as const;

/** Why nobody asks, in words that leave a way back. */
const PAUSE_WORDS = {
  noConsent: todayWords.pauseNoConsent,
  elsewhere: todayWords.pauseElsewhere,
  notInCare: todayWords.pauseNotInCare,
} as const;

/** When the medicine at home ends, as a family says it. */
const runsOut = (day: CalendarDate, today: CalendarDate): string =>
  day <= today ? todayWords.ranOut : todayWords.runsOut(dayInWords(addDays(day, -1), today));

/** One question, one tap. An honest "not all of it" is asked for as kindly as a yes, kept at once, and asked why only then. */
export function MedicineCard({ patientId, label }: { patientId: string; label: string }) {
  const { week, card, said, answer } = useMedicine(patientId);
  const { care } = useFontScale();
  const [partly, setPartly] = useState(false);
  // What was just said without everything being taken: why, if the person likes to say.
  const [unexplained, setUnexplained] = useState<{ on: CalendarDate; answer: MedicationAnswer }>();
  // Today is asked by itself; another day, or today once more, only when the person wants it.
  const [chosen, setChosen] = useState<CalendarDate>();
  if (!card) return week.refusal ? <ErrorState refusal={week.refusal} onRetry={() => void week.reload()} /> : <Loading />;

  const on = chosen ?? card.open.find(day => day === card.today);
  const earlier = card.open.filter(day => day !== card.today && day !== on);
  const give = (given: MedicationAnswer) => {
    if (on === undefined) return;
    setPartly(false);
    setChosen(undefined);
    setUnexplained(given === 'taken' ? undefined : { on, answer: given });
    void answer(on, given);
  };
  const explain = (why: NotTakenReason) => {
    if (!unexplained) return;
    setUnexplained(undefined);
    void answer(unexplained.on, unexplained.answer, why);
  };
  const title =
    on === undefined
      ? todayWords.medicineToday(label, card.said ? MEDICATION_ANSWERS[card.said] : todayWords.noNeed)
      : todayWords.medicineTaken(label, on === card.today ? todayWords.medicineDay : weekdayOf(on));
  return (
    <Card
      title={
        <>
          {title}
          {on === card.today && <Hear sentence="medicineToday" />}
        </>
      }
    >
      {!care && <WeekStrip days={card.strip} />}
      {on !== undefined && !partly && (
        <View className="gh-row gh-gap">
          <View className="gh-row__wide">
            <BigButton icon="pill" busy={said.at === 'saving'} onTap={() => give('taken')}>
              {todayWords.taken}
            </BigButton>
          </View>
          <View className="gh-row__narrow">
            <BigButton look="line" onTap={() => setPartly(true)}>
              {todayWords.partly}
            </BigButton>
          </View>
        </View>
      )}
      {on !== undefined && partly && (
        <>
          <View className="gh-sub gh-gap">
            {todayWords.honest}
            <Hear sentence="honest" />
          </View>
          <View className="gh-row gh-gap">
            <View className="gh-row__narrow">
              <BigButton look="line" onTap={() => give('partly')}>
                {todayWords.some}
              </BigButton>
            </View>
            <View className="gh-row__narrow">
              <BigButton look="line" onTap={() => give('notTaken')}>
                {todayWords.none}
              </BigButton>
            </View>
          </View>
        </>
      )}
      {on === card.today && !partly && !care && (
        <View className="gh-gap">
          <BigButton look="line" size="small" icon="clock" onTap={() => goTo('/packages/reminders/hold/index', { patientId })}>
            {todayWords.remindLater}
          </BigButton>
        </View>
      )}
      {unexplained && said.at !== 'refused' && (
        <>
          <View className="gh-sub gh-gap">{todayWords.whyNot}</View>
          <View className="gh-pairs gh-gap">
            {NOT_TAKEN_REASON_KEYS.map(why => (
              <BigButton key={why} look="line" onTap={() => explain(why)}>
                {NOT_TAKEN_REASONS[why]}
              </BigButton>
            ))}
          </View>
        </>
      )}
      {card.pause !== null && on === undefined && <View className="gh-sub gh-gap">{PAUSE_WORDS[card.pause]}</View>}
      {said.at !== 'idle' && <View className="gh-sub gh-gap">{said.at === 'refused' ? said.refusal.say : STATE_WORDS[said.at]}</View>}
      {card.pause === null && (!care || card.runsOutOn !== null) && (
        <View className="gh-gap">
          <BigButton look="line" size="small" icon="pill" onTap={() => goTo('/packages/medication/collected/index', { patientId })}>
            {todayWords.fetched}
          </BigButton>
        </View>
      )}
      {card.runsOutOn !== null && <View className="gh-sub gh-gap">{runsOut(card.runsOutOn, card.today)}</View>}
      {on === undefined && !care && (card.said !== undefined || earlier.length > 0) && (
        <View className="gh-row gh-gap">
          {card.said && (
            <BigButton look="line" size="small" onTap={() => setChosen(card.today)}>
              {todayWords.correct}
            </BigButton>
          )}
          {earlier.map(day => (
            <BigButton key={day} look="line" size="small" onTap={() => setChosen(day)}>
              {todayWords.backfill(weekdayOf(day))}
            </BigButton>
          ))}
        </View>
      )}
    </Card>
  );
}
