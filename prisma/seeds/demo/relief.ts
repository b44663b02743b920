import { newId } from '@guanhu/server/platform/ids';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { applyForRelief, forwardRelief, listRelief, recordGrant, recordResult, tellFact } from '@guanhu/shared/relief/relief.routes';
import type { AppliedBenefit, ReliefFact } from '@guanhu/shared/relief/relief.terms';
import type { CastPatient } from './cast.terms.ts';
import { patientId, townshipOf, type Story } from './story.ts';

const APPLIED_AGO = 12;
const FORWARDED_AGO = 9;
const ANSWERED_AGO = 4;
const MONTHLY_FEN = 52_000;

/** What one family says of itself and asks for, and what the office made of it; without an answer it is under way. */
type Wish = {
  readonly told: readonly ReliefFact[];
  readonly benefit: AppliedBenefit;
  readonly fast?: true;
  readonly answer?: 'granted' | 'refused';
};
const WISHES: readonly Wish[] = [
  { told: ['poor', 'insured'], benefit: 'specialOutpatient', fast: true, answer: 'granted' },
  { told: ['poor', 'lowIncome'], benefit: 'medicalRelief', answer: 'refused' },
  { told: ['noMeans', 'noSupporter'], benefit: 'extremeHardship' },
];

/** A few families of the first township ask for benefits, and one has had the minimum living allowance for years. */
export async function dealWithRelief(story: Story, day: CalendarDate): Promise<void> {
  const ago = (days: number) => addDays(story.today, -days) === day;
  if (ago(APPLIED_AGO)) await apply(story);
  if (ago(FORWARDED_AGO)) await forward(story);
  if (ago(ANSWERED_AGO)) await answer(story);
}

const guardian = (patient: CastPatient): string => patient.guardians[0].personKey;

/** The first families whose guardians have a phone. */
const families = ({ cast, people }: Story): readonly CastPatient[] => {
  const [first] = cast.townships;
  const there = cast.patients.filter(one => townshipOf({ cast }, one) === first?.key && people.isBound(guardian(one)));
  return there.slice(0, WISHES.length);
};

async function apply(story: Story): Promise<void> {
  const { house, people } = story;
  for (const [at, patient] of families(story).entries()) {
    const wish = WISHES[at];
    if (!wish) return;
    house.clock.pass(5);
    const [as, params] = [await people.phone(guardian(patient)), { patientId: patientId(story, patient) }];
    for (const fact of wish.told) await house.call(tellFact, { as, params, body: { fact, answer: 'yes' } });
    const body = { reliefId: newId(), benefit: wish.benefit, fast: wish.fast ?? false };
    await house.call(applyForRelief, { as, params, body });
  }
  const [had] = families(story);
  if (!had) return;
  const grant = {
    grantId: newId(),
    benefit: 'minimumLiving',
    from: addDays(story.today, -700),
    amountFen: MONTHLY_FEN,
    rhythm: 'month',
  } as const;
  const as = await people.desk(`maker@${townshipOf(story, had)}`);
  await house.call(recordGrant, { as, params: { patientId: patientId(story, had) }, body: grant });
}

async function applications(story: Story) {
  const [patient] = families(story);
  if (!patient) return undefined;
  const as = await story.people.desk(`maker@${townshipOf(story, patient)}`);
  return { as, rows: (await story.house.call(listRelief, { as, query: { limit: 100 } })).rows };
}

async function forward(story: Story): Promise<void> {
  const known = await applications(story);
  for (const { reliefId, version } of known?.rows.filter(row => row.state === 'collecting' && row.benefit !== 'extremeHardship') ?? []) {
    story.house.clock.pass(3);
    await story.house.call(forwardRelief, { as: known?.as ?? '', params: { reliefId }, body: { version } });
  }
}

async function answer(story: Story): Promise<void> {
  const { house, today } = story;
  const known = await applications(story);
  for (const { reliefId, version, benefit } of known?.rows.filter(row => row.state === 'forwarded') ?? []) {
    const outcome = WISHES.find(wish => wish.benefit === benefit)?.answer;
    const from = addDays(today, -ANSWERED_AGO);
    const body =
      outcome === 'refused'
        ? ({ outcome, version, words: '今年的住院票据还没有交齐，交齐以后可以重新申请' } as const)
        : ({ outcome: 'granted', version, grantId: newId(), from, until: addDays(from, 729) } as const);
    house.clock.pass(4);
    await house.call(recordResult, { as: known?.as ?? '', params: { reliefId }, body });
  }
}
