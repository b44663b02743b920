import { View } from '@tarojs/components';
import { Icon } from '../icon/icon.tsx';
import { uiWords } from '../../words/ui.ts';

/** A day of the strip: taken, taken in part or not, without an answer, today without one yet, one that nobody was asked about, still to come. */
export type WeekDay = {
  readonly name: string;
  readonly state: 'taken' | 'partly' | 'unanswered' | 'today' | 'notAsked' | 'ahead';
  /** Said for a day that was over. */
  readonly backfilled: boolean;
};

const SAY: Record<WeekDay['state'], string> = {
  taken: uiWords.dayTaken,
  partly: uiWords.dayPartly,
  unanswered: uiWords.dayUnanswered,
  today: uiWords.dayToday,
  notAsked: uiWords.dayNotAsked,
  ahead: uiWords.dayAhead,
};
const LOOK: Record<WeekDay['state'], string> = {
  taken: ' gh-week__dot--taken',
  partly: ' gh-week__dot--missed',
  unanswered: ' gh-week__dot--missed',
  today: ' gh-week__dot--today',
  notAsked: '',
  ahead: '',
};

/** Monday to Sunday at a glance; the shape says as much as the colour. */
export function WeekStrip({ days }: { days: readonly WeekDay[] }) {
  return (
    <View className="gh-week">
      {days.map(day => (
        <View
          key={day.name}
          className="gh-week__day"
          ariaLabel={uiWords.weekDay(day.name, SAY[day.state], day.backfilled ? uiWords.weekDayBackfilled : '')}
        >
          <View className="gh-week__name">{day.name}</View>
          <View className={`gh-week__dot${LOOK[day.state]}`}>
            {day.state === 'taken' && <Icon name="check" size="small" />}
            {day.state === 'partly' && uiWords.halfMark}
            {day.state === 'unanswered' && uiWords.unknownMark}
            {day.state === 'notAsked' && '－'}
          </View>
          {day.backfilled && <View className="gh-week__mark">{uiWords.backfilledMark}</View>}
        </View>
      ))}
    </View>
  );
}
