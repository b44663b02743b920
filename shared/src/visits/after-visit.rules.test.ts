import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_VISIT_WORK } from '../policy/visit-work.shipped.ts';
import { absorbed, fieldsFrom, isUrgent } from './absorb.rules.ts';
import { lostLetter } from './lost-letter.rules.ts';
import { isLostByMisses, type Tried } from './misses.rules.ts';
import { ALL_REFERRAL_STEPS, REFERRAL_STATE_KEYS, moveReferral, referralSteps } from './referral.rules.ts';
import { scoreFrom, scoreOf } from './score.rules.ts';
import type { QuickDone } from './visit-record.terms.ts';
import { decideFinishedAt } from './visit.rules.ts';

const quick: QuickDone = {
  result: 'done',
  form: 2,
  respondents: [1, 2],
  situation: 1,
  condition: 1,
  adherence: 2,
  guardianship: 1,
  control: 1,
};

describe('lost by visits that met nobody', () => {
  const row = (...days: string[]): Tried[] => days.map(on => ({ on: calendarDate(on), result: 'missed' }));
  it.each<[string, Tried[], boolean]>([
    ['three over more than a month', row('2026-06-16', '2026-06-01', '2026-05-15'), true],
    ['three over a month to the day', row('2026-06-15', '2026-06-01', '2026-05-15'), false],
    ['two over a year', row('2026-06-15', '2025-06-15'), false],
    ['three on two days', row('2026-06-16', '2026-05-01', '2026-05-01'), false],
    ['four, the last three within a month', row('2026-06-16', '2026-06-10', '2026-06-01', '2026-04-01'), true],
    ['none', [], false],
    [
      'a visit in between',
      [...row('2026-06-16', '2026-06-01'), { on: calendarDate('2026-05-20'), result: 'done' }, ...row('2026-05-01')],
      false,
    ],
  ])('%s: %s', (_, tried, expected) => {
    expect(isLostByMisses(tried, SHIPPED_VISIT_WORK)).toBe(expected);
  });
});

describe('what the doctor takes over', () => {
  it('in the codes of the record; a blank stays blank', () => {
    expect(absorbed(quick)).toEqual({ respondents: [1, 2], adherence: 2 });
    expect(absorbed({ ...quick, risk: 1, confinement: 1, situation: 4 })).toEqual({
      respondents: [1, 2],
      adherence: 2,
      risk: 1,
      confinement: 1,
      hospitalisation: 1,
    });
    expect(absorbed({ result: 'missed', form: 2, missedReason: 1 })).toEqual({});
  });

  it('counts as taken over only while it still says the same', () => {
    expect(fieldsFrom({ adherence: 2, risk: 1, respondents: [1, 2] }, { adherence: 2, risk: 0, respondents: [1] })).toEqual(['adherence']);
  });

  it('does not wait when the grid worker saw somebody acutely ill or out of control', () => {
    expect(isUrgent(quick)).toBe(false);
    expect(isUrgent({ ...quick, condition: 2 })).toBe(false);
    expect(isUrgent({ ...quick, condition: 3 })).toBe(true);
    expect(isUrgent({ ...quick, control: 2 })).toBe(true);
  });
});

describe('the score sheet', () => {
  const worst = { risk: 5, guardianDuty: 4, medication: 3, symptoms: 3, situation: 3 };
  it('adds the points of the policy', () => {
    expect(scoreOf(worst, SHIPPED_VISIT_WORK)).toEqual({
      points: { risk: 40, guardianDuty: 20, medication: 20, symptoms: 10, situation: 10 },
      total: 100,
      most: 100,
    });
    expect(scoreOf({ risk: 0, guardianDuty: 1, medication: 4, symptoms: 1, situation: 1 }, SHIPPED_VISIT_WORK)?.total).toBe(0);
    expect(scoreOf({ ...worst, risk: undefined }, SHIPPED_VISIT_WORK)).toBeUndefined();
    expect(scoreOf({ ...worst, risk: 6 }, SHIPPED_VISIT_WORK)).toBeUndefined();
  });

  it('begins with what the record says', () => {
    expect(scoreFrom(quick)).toEqual({ medication: 2, guardianDuty: 1, situation: 1, symptoms: 1 });
    expect(scoreFrom({ ...quick, control: 2, condition: 3 })).toMatchObject({ situation: 3, symptoms: 3 });
    const done = { result: 'done', form: 2, respondents: [1], risk: 2, stability: 'stable' } as const;
    expect(scoreFrom(done)).toEqual({ risk: 2 });
    expect([[], [1], [1, 2], [1, 2, 3]].map(symptoms => scoreFrom({ ...done, symptoms: symptoms as [1] })['symptoms'])).toEqual([
      1, 2, 2, 3,
    ]);
  });
});

describe('the life of a referral', () => {
  const allowed: Record<string, string> = {
    'sent accept': 'accepted',
    'sent decline': 'declined',
    'accepted decline': 'declined',
    'accepted finish': 'done',
    'done answer': 'answered',
    'answered refer': 'toCommunity',
    'toCommunity join': 'inCommunity',
    'inCommunity leave': 'toldBack',
  };
  it.each(REFERRAL_STATE_KEYS.flatMap(from => ALL_REFERRAL_STEPS.map(step => [from, step] as const)))('%s, %s', (from, step) => {
    const to = allowed[`${from} ${step}`];
    expect(moveReferral(from, step)).toEqual(
      to === undefined ? { granted: false, code: 'REFERRAL_MOVE_NOT_ALLOWED' } : { granted: true, value: to },
    );
    // What comes with a part in a programme is nobody's to press.
    expect(referralSteps(from).some(each => each === step)).toBe(to !== undefined && step !== 'join' && step !== 'leave');
  });
});

describe('the written report', () => {
  const facts = {
    townshipName: '云溪镇',
    villageName: '竹坪村',
    patientName: '试甲子',
    idNumber: null,
    guardianNames: [],
    reason: '走失',
    missedOn: [],
    lastSeenOn: null,
    on: calendarDate('2026-06-15'),
  };
  it('goes to both, says what is known and what is not', () => {
    const { to, paragraphs } = lostLetter(facts);
    expect(to).toHaveLength(2);
    expect(paragraphs.join('')).toContain('未登记监护人');
    expect(paragraphs.join('')).toContain('没有访到本人的记录');
  });

  it('names the days on which nobody was met', () => {
    const { paragraphs } = lostLetter({
      ...facts,
      missedOn: [calendarDate('2026-05-01'), calendarDate('2026-06-02')],
      lastSeenOn: calendarDate('2026-03-04'),
    });
    expect(paragraphs[1]).toBe('工作人员先后于2026年5月1日、2026年6月2日随访，均未能访到本人。最近一次访到本人是2026年3月4日。');
  });
});

it.each([
  [20, 20],
  [-5, 0],
  [25, 25],
  [25.1, 'VISIT_IN_FUTURE'],
])('a form finished %f minutes after its check-in, told twenty minutes after it: %s', (finished, expected) => {
  const at = new Date('2026-06-15T10:00:00+08:00');
  const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
  const decided = decideFinishedAt(minutes(finished), at, minutes(20));
  expect(decided.granted ? (decided.value.getTime() - at.getTime()) / 60_000 : decided.code).toBe(expected);
});
