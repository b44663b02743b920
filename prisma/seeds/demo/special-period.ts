import { newId } from '@guanhu/server/platform/ids';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { decidePeriod, listPeriods, markRollCall, proposePeriod, readMyRollCall } from '@guanhu/shared/visits/special-period.routes';
import { chance } from './chance.ts';
import { areaId, each, type Story } from './story.ts';

type Week = {
  /** Days before the demonstration: proposed, first and last day; negative: still to come. */
  readonly proposedAgo: number;
  readonly startsAgo: number;
  readonly endsAgo: number;
  readonly reason: string;
};
const WEEKS: readonly Week[] = [
  { proposedAgo: 20, startsAgo: 19, endsAgo: 14, reason: '镇上办物资交流会，外来人多，路口和戏台周围要多留意' },
  { proposedAgo: 3, startsAgo: 2, endsAgo: -4, reason: '镇上开运动会，学校和广场人多，每天问一声，放心一些' },
];
const BANDS = ['red', 'orange'];
const ROLL_CALL = '09:30';

/** Weeks in which the township asks after some patients every day. */
export async function specialPeriods(story: Story, townshipKey: string, day: CalendarDate): Promise<void> {
  const ago = (days: number) => addDays(story.today, -days);
  for (const week of WEEKS) {
    if (day === ago(week.proposedAgo)) await agree(story, townshipKey, week);
    if (day < ago(week.startsAgo) || day > ago(week.endsAgo)) continue;
    story.house.clock.move(day, ROLL_CALL);
    await callRoll(story, townshipKey, day, () => true);
  }
}

/** One proposes, another approves. */
async function agree(story: Story, townshipKey: string, { startsAgo, endsAgo, reason }: Week): Promise<void> {
  const { house, people, today } = story;
  house.clock.move(house.clock.today(), '10:50');
  const days = { startsOn: addDays(today, -startsAgo), endsOn: addDays(today, -endsAgo) };
  const body = { periodId: newId(), areaId: areaId(story, townshipKey), ...days, bands: BANDS, reason };
  const { periodId } = await house.call(proposePeriod, { as: await people.desk(`maker@${townshipKey}`), body });
  const as = await people.desk(`checker@${townshipKey}`);
  const { rows } = await house.call(listPeriods, { as });
  const version = rows.find(one => one.periodId === periodId)?.version ?? 1;
  await house.call(decidePeriod, { as, params: { periodId }, body: { approve: true, version } });
}

/** Grid workers look in or telephone, and say so; not everybody is reached. */
export async function callRoll(story: Story, townshipKey: string, day: CalendarDate, marks: (key: string) => boolean): Promise<void> {
  const { house, people, cast } = story;
  const workers = [...new Set(cast.villages.filter(one => one.townshipKey === townshipKey).map(one => `gridWorker@${one.key}`))];
  await each(
    workers.filter(key => people.isBound(key) && marks(key)),
    async key => {
      const as = await people.phone(key);
      const { persons } = await house.call(readMyRollCall, { as });
      for (const [at, { patientId }] of persons.entries()) {
        const luck = chance('roll-call', key, day, at);
        const result = luck < 0.7 ? 'seen' : luck < 0.94 ? 'phoned' : 'unreachable';
        const body = { markId: newId(), result, at: house.clock.now().toISOString() } as const;
        await house.call(markRollCall, { as, params: { patientId }, body });
      }
    },
  );
}
