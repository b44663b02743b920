import {
  answerObjection,
  approveInCounty,
  concludeInTownship,
  giveDepartmentOpinion,
  makeApplication,
  objectToRefusal,
  readApplication,
  reviewInVillage,
  withdrawApplication,
} from '@guanhu/shared/agreements/application.routes';
import { DEPARTMENT_KEYS, type ApplicationState, type Department, type StageOutcome } from '@guanhu/shared/agreements/application.terms';
import { addDays, addMonths, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { newId } from '@guanhu/server/platform/ids';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CastPatient } from './cast.terms.ts';
import type { RewardPlan } from './reward-plan.ts';
import { patientId, townshipOf, type Story } from './story.ts';

const TOWNSHIP = 'tingquan';

/** What happens to one application, by days before the demonstration. */
type Turn =
  | { readonly ago: number; readonly act: 'village' | 'township' | 'county'; readonly outcome?: StageOutcome; readonly words?: string }
  | { readonly ago: number; readonly act: 'opinions'; readonly of?: readonly Department[] }
  | { readonly ago: number; readonly act: 'object' | 'answer' | 'withdraw' };
type Told = { readonly state: ApplicationState; readonly appliedAgo: number; readonly turns: readonly Turn[] };

const AGREED = '家庭困难，照看得好，村里评议同意';
const HEARD = [
  { ago: 12, act: 'village', words: AGREED },
  { ago: 9, act: 'opinions' },
] as const satisfies readonly Turn[];

/** One family at every state that an application can stand at. */
const STORIES: readonly Told[] = [
  { state: 'villageReview', appliedAgo: 2, turns: [] },
  {
    state: 'townshipReview',
    appliedAgo: 6,
    turns: [
      { ago: 3, act: 'village', words: AGREED },
      { ago: 1, act: 'opinions', of: ['health', 'police'] },
    ],
  },
  { state: 'countyApproval', appliedAgo: 15, turns: [...HEARD, { ago: 5, act: 'township', words: AGREED }] },
  {
    state: 'approved',
    appliedAgo: 16,
    turns: [...HEARD, { ago: 6, act: 'township', words: AGREED }, { ago: 2, act: 'county', words: '同意' }],
  },
  { state: 'returned', appliedAgo: 5, turns: [{ ago: 3, act: 'village', outcome: 'return', words: '请把户口本和共同居住证明交到村里' }] },
  { state: 'refused', appliedAgo: 7, turns: [{ ago: 4, act: 'village', outcome: 'refuse', words: '监护人长期在外，平时不是本人照看' }] },
  {
    state: 'objected',
    appliedAgo: 9,
    turns: [
      { ago: 6, act: 'village', outcome: 'refuse', words: '没有查到共同生活的情况' },
      { ago: 2, act: 'object' },
    ],
  },
  {
    state: 'closed',
    appliedAgo: 18,
    turns: [
      { ago: 14, act: 'village', outcome: 'refuse', words: '已搬到外县生活' },
      { ago: 10, act: 'object' },
      { ago: 3, act: 'answer' },
    ],
  },
  { state: 'withdrawn', appliedAgo: 8, turns: [{ ago: 7, act: 'withdraw' }] },
];

/** The families of one township that apply, each with its own story. */
function applicants(story: Story, plans: readonly RewardPlan[]): readonly CastPatient[] {
  const rewarded = new Set(plans.map(plan => plan.patient));
  const candidates = story.cast.patients.filter(
    patient =>
      patient.reward === 'none' &&
      patient.state === 'inCare' &&
      !rewarded.has(patient) &&
      townshipOf(story, patient) === TOWNSHIP &&
      story.people.isBound(patient.guardians[0].personKey),
  );
  return candidates.slice(-STORIES.length);
}

/** The families that apply, chosen once, and their applications by the cast's key of the patient. */
export type Applications = { chosen?: readonly CastPatient[]; readonly ids: Map<string, Id> };

/** What happens to the applications on a day. */
export async function dealWithApplications(
  story: Story,
  plans: readonly RewardPlan[],
  applications: Applications,
  day: CalendarDate,
): Promise<void> {
  const isToday = (ago: number) => addDays(story.today, -ago) === day;
  if (STORIES.every(told => !isToday(told.appliedAgo) && !told.turns.some(turn => isToday(turn.ago)))) return;
  story.house.clock.move(day, '15:00');
  applications.chosen ??= applicants(story, plans);
  for (const [at, patient] of applications.chosen.entries()) {
    const told = STORIES[at];
    if (!told) continue;
    if (isToday(told.appliedAgo)) {
      story.house.clock.pass(5);
      applications.ids.set(patient.key, await apply(story, patient, yearFrom(story.today)));
    }
    const applicationId = applications.ids.get(patient.key);
    for (const turn of told.turns) {
      if (applicationId === undefined || !isToday(turn.ago)) continue;
      story.house.clock.pass(7);
      await take(story, patient, applicationId, turn);
    }
  }
}

type Term = { readonly from: CalendarDate; readonly to: CalendarDate };
const yearFrom = (from: CalendarDate): Term => ({ from, to: addDays(addMonths(from, 12), -1) });

/** By the family's phone; the township's office writes it down for a family that has none yet. */
async function apply(story: Story, patient: CastPatient, term: Term): Promise<Id> {
  const { house, people } = story;
  const { personKey } = patient.guardians[0];
  const bound = people.isBound(personKey);
  const applicationId = newId();
  await house.call(makeApplication, {
    as: await (bound ? people.phone(personKey) : people.desk(`maker@${townshipOf(story, patient)}`)),
    params: { patientId: patientId(story, patient) },
    body: {
      applicationId,
      ...(bound ? {} : { guardianId: people.id(personKey) }),
      ...term,
      livesTogether: true,
      reallyCares: true,
      words: '一直是我照看',
    },
  });
  return applicationId;
}

/** Everything that comes before an agreement, all in one morning: told in its own time by the stories above. @returns the application's id */
export async function haveApproved(story: Story, patient: CastPatient, term: Term, words = AGREED): Promise<Id> {
  const applicationId = await apply(story, patient, term);
  for (const act of ['village', 'opinions', 'township', 'county'] as const) {
    story.house.clock.pass(1);
    await take(story, patient, applicationId, act === 'opinions' ? { ago: 0, act } : { ago: 0, act, words });
  }
  return applicationId;
}

const DEPARTMENT_SEATS: Readonly<Record<Department, string>> = {
  village: 'lead',
  health: 'doctor',
  police: 'police',
  civilAffairs: 'civilAffairs',
  disabledFederation: 'rehabCoordinator',
};

async function take(story: Story, patient: CastPatient, applicationId: Id, turn: Turn): Promise<void> {
  const { house, people, cast } = story;
  const township = townshipOf(story, patient);
  const params = { applicationId };
  const lead = cast.teams[patient.villageKey]?.lead ?? '';
  const versionFor = async (as: string) => (await house.call(readApplication, { as, params })).version;
  switch (turn.act) {
    case 'village':
    case 'township':
    case 'county': {
      const as = await (turn.act === 'village'
        ? people.phone(lead)
        : people.desk(turn.act === 'township' ? `checker@${township}` : 'administrator'));
      const route = { village: reviewInVillage, township: concludeInTownship, county: approveInCounty }[turn.act];
      const body = {
        version: await versionFor(as),
        outcome: turn.outcome ?? 'agree',
        ...(turn.words === undefined ? {} : { words: turn.words }),
      };
      await house.call(route, { as, params, body });
      return;
    }
    case 'opinions':
      for (const department of turn.of ?? DEPARTMENT_KEYS) {
        const as = await people.phone(department === 'village' ? lead : `${DEPARTMENT_SEATS[department]}@${township}`);
        await house.call(giveDepartmentOpinion, { as, params, body: { version: await versionFor(as), department, stand: 'agree' } });
      }
      return;
    case 'object': {
      const as = await people.phone(patient.guardians[0].personKey);
      await house.call(objectToRefusal, { as, params, body: { version: await versionFor(as), words: '我每天都在家照看，可以来看' } });
      return;
    }
    case 'answer': {
      const as = await people.desk(`checker@${township}`);
      const body = { version: await versionFor(as), outcome: 'uphold', words: '经上门核实，患者已在外县居住，维持原决定' } as const;
      await house.call(answerObjection, { as, params, body });
      return;
    }
    case 'withdraw': {
      const as = await people.phone(patient.guardians[0].personKey);
      await house.call(withdrawApplication, { as, params, body: { version: await versionFor(as) } });
    }
  }
}
