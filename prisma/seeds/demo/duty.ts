import { newId } from '@guanhu/server/platform/ids';
import { addShift, logDrill } from '@guanhu/shared/care-team/crisis-roster.routes';
import { addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import { areaId, type Story } from './story.ts';

/** Who takes turns at being on duty for emergencies in a township, a day each from eight to eight. */
const TURNS = ['police', 'checker', 'doctor', 'maker'] as const;
const FROM_HOUR = 8;
const DAYS = 14;
/** Days after the roster begins on which nobody is on duty yet: it shows as a gap. */
const LEFT_OPEN = new Set([11]);
const HOUR_MS = 3_600_000;

/** The office writes down who is on duty in the next two weeks. */
export async function writeRoster(story: Story, townshipKey: string): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(`maker@${townshipKey}`);
  const townshipId = areaId(story, townshipKey);
  const first = house.clock.today();
  for (let at = 0; at < DAYS; at += 1) {
    if (LEFT_OPEN.has(at)) continue;
    const begins = startOf(addDays(first, at)).getTime() + FROM_HOUR * HOUR_MS;
    const personId = people.id(`${TURNS[at % TURNS.length] ?? 'maker'}@${townshipKey}`);
    const span = { from: new Date(begins).toISOString(), until: new Date(begins + 24 * HOUR_MS).toISOString() };
    await house.call(addShift, { as, body: { shiftId: newId(), townshipId, personId, ...span } });
  }
}

/** What was practised in the township, and what was found wanting. */
export async function practise(story: Story, townshipKey: string): Promise<void> {
  const { house, people } = story;
  const personIds = [...TURNS, 'civilAffairs'].map(who => people.id(`${who}@${townshipKey}`));
  const body = {
    drillId: newId(),
    townshipId: areaId(story, townshipKey),
    on: house.clock.today(),
    what: '演练：有人在家里砸东西，家属报告，村里先到，民警到场，送到卫生院',
    personIds,
    findings: '从报告到民警到场 14 分钟；卫生院的约束带找了一会儿，已经放到值班室',
  };
  await house.call(logDrill, { as: await people.desk(`maker@${townshipKey}`), body });
}
