import { newId } from '@guanhu/server/platform/ids';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { decidePeriod, listPeriods, markRollCall, proposePeriod, readMyRollCall } from '@guanhu/shared/visits/special-period.routes';
import { chance } from './chance.ts';
import { areaId, each, type Story } from './story.ts';

/** The market week of the township, in days before the demonstration: proposed, first and last day. */
const PROPOSED_AGO = 20;
const STARTS_AGO = 19;
const ENDS_AGO = 14;
const BANDS = ['red', 'orange'];

/** A week in which the township asks after some patients every day. */
export async function marketWeek(story: Story, townshipKey: string, day: CalendarDate): Promise<void> {
  const { house, people, today, cast } = story;
  const ago = (days: number) => addDays(today, -days);
  if (day === ago(PROPOSED_AGO)) {
    house.clock.move(day, '10:50');
    const reason = '镇上办物资交流会，外来人多，路口和戏台周围要多留意';
    const body = {
      periodId: newId(),
      areaId: areaId(story, townshipKey),
      startsOn: ago(STARTS_AGO),
      endsOn: ago(ENDS_AGO),
      bands: BANDS,
      reason,
    };
    const { periodId } = await house.call(proposePeriod, { as: await people.desk(`maker@${townshipKey}`), body });
    const as = await people.desk(`checker@${townshipKey}`);
    const { rows } = await house.call(listPeriods, { as });
    const version = rows.find(one => one.periodId === periodId)?.version ?? 1;
    await house.call(decidePeriod, { as, params: { periodId }, body: { approve: true, version } });
  }
  if (day < ago(STARTS_AGO) || day > ago(ENDS_AGO)) return;
  house.clock.move(day, '09:30');
  const workers = [...new Set(cast.villages.filter(one => one.townshipKey === townshipKey).map(one => `gridWorker@${one.key}`))];
  await each(
    workers.filter(key => people.isBound(key)),
    async key => {
      const as = await people.phone(key);
      const { persons } = await house.call(readMyRollCall, { as });
      for (const { patientId } of persons) {
        const luck = chance(
          'roll-call',
          key,
          day,
          persons.findIndex(one => one.patientId === patientId),
        );
        const result = luck < 0.7 ? 'seen' : luck < 0.94 ? 'phoned' : 'unreachable';
        const body = { markId: newId(), result, at: house.clock.now().toISOString() } as const;
        await house.call(markRollCall, { as, params: { patientId }, body });
      }
    },
  );
}
