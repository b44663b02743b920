import { decideTerm, periodsOf, type Span } from '@guanhu/shared/agreements/term.rules';
import { addDays, addMonths, calendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { demoCast } from './cast.ts';
import { phonesOnWall } from './places-on-the-wall.ts';
import { rewardPlans, type RewardPlan } from './reward-plan.ts';
import { townshipOf } from './story.ts';

const cast = demoCast();
const plans = rewardPlans({ cast });
const policy = SHIPPED_POLICIES.reward;
/** Every day of a year with a 29 February: the demonstration may be started on any of them. */
const days = Array.from({ length: 366 }, (_, at) => addDays(calendarDate('2027-11-01'), at));

/** The term of a plan when the demonstration is made on `today`. */
function termOf({ fromAgo, toAgo }: RewardPlan, today: CalendarDate): Span {
  const from = addDays(today, -fromAgo);
  return { from, to: toAgo === undefined ? addDays(addMonths(from, 12), -1) : addDays(today, -toAgo) };
}
const firstPeriodEnds = (plan: RewardPlan, today: CalendarDate): CalendarDate | undefined =>
  periodsOf(termOf(plan, today), policy.cycle, addDays(today, -plan.fromAgo))[0]?.to;
/** Plans with the same dates are checked once. */
const distinct = [
  ...new Map(plans.map(plan => [JSON.stringify([plan.draftedAgo, plan.fromAgo, plan.toAgo, plan.appraised]), plan])).values(),
];

it('draws up every agreement within the days that the policy allows, whatever the day', () => {
  const refused = distinct.flatMap(plan =>
    days.filter(today => !decideTerm(termOf(plan, today), addDays(today, -plan.draftedAgo), policy).granted),
  );
  expect(refused).toEqual([]);
});

it('appraises only periods that are over, and pays only what no objection can reach any more', () => {
  const appraised = distinct.filter(plan => plan.appraised);
  const early = appraised.flatMap(plan =>
    days.filter(today => (firstPeriodEnds(plan, today) ?? today) >= addDays(today, -(plan.appraised?.ago ?? 0))),
  );
  expect(early).toEqual([]);
  expect(plans.filter(plan => plan.batch && (plan.appraised?.ago ?? 0) <= policy.objectionDays + 1)).toEqual([]);
});

it('has somebody at every step of the reward', () => {
  const batches = new Set(plans.map(plan => plan.batch));
  for (const batch of ['draft', 'checked', 'released', 'paid'] as const) expect(batches).toContain(batch);
  expect(plans.filter(plan => plan.appraised?.half)).toHaveLength(1);
  // One objection waits, one was upheld after the deduction took effect, one refused.
  expect(new Set(plans.flatMap(plan => (plan.objected ? [plan.objected.answered?.outcome ?? 'open'] : [])))).toEqual(
    new Set(['open', 'upheld', 'refused']),
  );
  expect(new Set(plans.map(plan => plan.appraised?.outcome))).toEqual(new Set([undefined, 'full', 'partial']));
  for (const money of ['claimed', 'received', 'failed'] as const) expect(plans.filter(plan => plan.money === money)).toHaveLength(1);
  expect(plans.filter(plan => plan.onPaper)).toHaveLength(1);
  // Only what was paid can be asked back.
  expect(plans.filter(plan => plan.askedBack).map(plan => plan.money)).toEqual(['received']);
  expect(new Set(plans.map(plan => plan.patient.key)).size).toBe(plans.length);
});

it('gives everybody who receives money a phone on the wall, and leaves two phones for the visitor to bind', () => {
  const phones = phonesOnWall(cast, plans);
  const owners = phones.map(phone => phone.personKey);
  expect(new Set(owners).size).toBe(owners.length);
  for (const plan of plans.filter(one => one.money ?? one.shows)) expect(owners).toContain(plan.patient.guardians[0].personKey);
  // What was signed on paper, paid and is asked back lies where the officials on the wall can open it.
  const onPaper = plans.find(plan => plan.onPaper);
  expect(onPaper && townshipOf({ cast }, onPaper.patient)).toBe(cast.townships[0]?.key);
  const unbound = phones.filter(phone => !phone.isBound).map(phone => phone.personKey);
  expect(unbound).toHaveLength(2);
  expect(plans.filter(plan => unbound.includes(plan.patient.guardians[0].personKey))).toEqual([]);
  expect(phones.slice(0, 3).map(phone => phone.label.split(' · ')[1])).toEqual(['监护人', '网格员', '社会事务办干事']);
});
