import { DEPARTMENT_KEYS, type Department, type TypedPerson } from '@guanhu/shared/exchange/exchange.terms';
import { answerDifference, handInList, listDifferences, listRounds, readRound, signRound } from '@guanhu/shared/exchange/exchange.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CastPatient } from './cast.terms.ts';
import { townshipOf, type Story } from './story.ts';

/** Who sits at the desk of each department. */
const DESKS: Readonly<Record<Department, string>> = {
  police: 'police',
  health: 'doctor',
  civilAffairs: 'civilAffairs',
  disabledFederation: 'rehabCoordinator',
};
/** Days of the month on which departments hand in, and on which the month is signed. */
const HAND_IN: Readonly<Record<number, readonly Department[]>> = { 12: ['police', 'health'], 18: ['civilAffairs', 'disabledFederation'] };
const SIGN_ON = 24;
/** Months before the demonstration that are told of. */
const TOLD_DAYS = 60;
const PEOPLE = 8;

/** What the departments of a township exchange every month: one is told apart, two know something else than the file. */
export async function exchange(story: Story, townshipKey: string, day: CalendarDate): Promise<void> {
  const on = Number(day.slice(8));
  const departments = HAND_IN[on] ?? [];
  if (day < addDays(story.today, -TOLD_DAYS) || (departments.length === 0 && on !== SIGN_ON)) return;
  const { house, people } = story;
  const as = await people.desk(`checker@${townshipKey}`);
  const round = (await house.call(listRounds, { as })).rows.find(one => one.month === day.slice(0, 7) && one.state === 'open');
  if (!round) return;
  for (const department of departments) await handIn(story, townshipKey, round.roundId, department);
  if (on !== SIGN_ON) return;
  const params = { roundId: round.roundId };
  for (const department of DEPARTMENT_KEYS) await answer(story, townshipKey, round.roundId, department);
  const { lists, openDifferences, version } = await house.call(readRound, { as, params });
  const ready = openDifferences === 0 && lists.every(({ handedIn }) => handedIn?.counts.candidate === 0);
  if (ready) await house.call(signRound, { as, params, body: { version } });
}

async function handIn(story: Story, townshipKey: string, roundId: Id, department: Department): Promise<void> {
  const known = story.cast.patients.filter(one => townshipOf(story, one) === townshipKey && one.state === 'inCare').slice(0, PEOPLE);
  const list = { way: 'typed' as const, people: known.map((patient, at) => line(patient, department, at)) };
  const as = await story.people.desk(`${DESKS[department]}@${townshipKey}`);
  await story.house.call(handInList, { as, params: { roundId }, body: { department, list } });
}

function line({ name, identityNumber, riskRating }: CastPatient, department: Department, at: number): TypedPerson {
  const person = { name, idNumber: identityNumber };
  switch (department) {
    case 'police':
      return { ...person, values: { status: at === 2 ? '失访' : '在管' } };
    case 'health':
      return {
        ...person,
        values: { status: '在管', risk: String(at === 4 ? Math.min(5, riskRating + 1) : riskRating), admission: '不在院' },
      };
    case 'civilAffairs':
      return { ...person, values: { economy: at % 3 === 0 ? '贫困' : '非贫困' } };
    case 'disabledFederation':
      return { ...person, values: { disability: at % 2 === 0 ? '有' : '无' } };
  }
}

/** The police looked once more; the others stand by what they said. */
async function answer({ house, people }: Story, townshipKey: string, roundId: Id, department: Department): Promise<void> {
  const as = await people.desk(`${DESKS[department]}@${townshipKey}`);
  const { rows } = await house.call(listDifferences, { as, params: { roundId }, query: { state: 'open', limit: 100 } });
  for (const { differenceId, version } of rows.filter(one => one.mayAnswer)) {
    const body = department === 'police' ? { outcome: 'corrected' as const, value: '在管' } : { outcome: 'confirmed' as const };
    await house.call(answerDifference, { as, params: { roundId, differenceId }, body: { ...body, version } });
  }
}
