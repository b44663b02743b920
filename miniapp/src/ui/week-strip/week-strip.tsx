import { View } from '@tarojs/components';
import { Icon } from '../icon/icon.tsx';

/** A day of the strip: taken, taken in part or not, without an answer, today without one yet, one that nobody was asked about, still to come. */
export type WeekDay = {
  readonly name: string;
  readonly state: 'taken' | 'partly' | 'unanswered' | 'today' | 'notAsked' | 'ahead';
  /** Said for a day that was over. */
  readonly backfilled: boolean;
};

const SAY: Record<WeekDay['state'], string> = {
  taken: '吃过了',
  partly: '没吃全',
  unanswered: '没有确认',
  today: '今天',
  notAsked: '不用确认',
  ahead: '还没到',
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
        <View key={day.name} className="gh-week__day" ariaLabel={`周${day.name} ${SAY[day.state]}${day.backfilled ? '，补记' : ''}`}>
          <View className="gh-week__name">{day.name}</View>
          <View className={`gh-week__dot${LOOK[day.state]}`}>
            {day.state === 'taken' && <Icon name="check" size="small" />}
            {day.state === 'partly' && '半'}
            {day.state === 'unanswered' && '？'}
            {day.state === 'notAsked' && '－'}
          </View>
          {day.backfilled && <View className="gh-week__mark">补</View>}
        </View>
      ))}
    </View>
  );
}
