import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import { CONDUCT_KEYS, CONDUCTS } from '../incidents/conduct.terms.ts';
import { fen } from '../kernel/fen.ts';
import { moveAppraisal } from './appraisal-life.rules.ts';
import { APPRAISAL_STATE_CODES, DUTY_CLAUSE_CODES, type AppraisalOutcome } from './appraisal.terms.ts';
import { concurring, decidedAmount, decideOpinion, type GivenOpinion, type OpinionForm } from './opinion.rules.ts';
import { proposeAppraisal, type DutyEvidence } from './proposal.rules.ts';

const day = calendarDate;
const quiet: DutyEvidence = { days: 92, confirmations: { taken: 80, partly: 4, notTaken: 3, unanswered: 5 }, visits: 3, incidents: [] };

describe('the life of an appraisal', () => {
  it('has no way round two people', () => {
    expect(moveAppraisal('gathering', 'twoConcur').granted).toBe(false);
    expect(moveAppraisal('proposed', 'takesEffect').granted).toBe(false);
    expect(moveAppraisal('proposed', 'twoConcur')).toEqual({ granted: true, value: 'decided' });
    expect(moveAppraisal('decided', 'takesEffect')).toEqual({ granted: true, value: 'final' });
  });

  it('opens again when somebody thinks again before it takes effect, after that only through an objection', () => {
    expect(moveAppraisal('decided', 'opinionsDiverge')).toEqual({ granted: true, value: 'proposed' });
    for (const event of ['periodEnds', 'twoConcur', 'opinionsDiverge', 'takesEffect', 'answer'] as const)
      expect(moveAppraisal('final', event)).toEqual({ granted: false, code: 'APPRAISAL_NOT_OPEN' });
    expect(moveAppraisal('final', 'object')).toEqual({ granted: true, value: 'objected' });
  });

  it('neither decides nor takes effect while an objection is looked at', () => {
    for (const event of ['twoConcur', 'opinionsDiverge', 'takesEffect'] as const)
      expect(moveAppraisal('objected', event).granted).toBe(false);
    expect(moveAppraisal('objected', 'answer')).toEqual({ granted: true, value: 'answered' });
    expect(moveAppraisal('answered', 'twoConcur')).toEqual({ granted: true, value: 'decided' });
  });

  it('lets nothing but the end of the period close the gathering', () => {
    expect(APPRAISAL_STATE_CODES.filter(state => moveAppraisal(state, 'periodEnds').granted)).toEqual(['gathering']);
  });
});

describe('what the software proposes', () => {
  it('is payment in full when duties are on record', () => {
    expect(proposeAppraisal(quiet).outcome).toBe('full');
  });

  it('does not change with missing, partial or "not taken" confirmations: a tap is not money', () => {
    const count = fc.integer({ min: 0, max: 92 });
    fc.assert(
      fc.property(fc.record({ taken: count, partly: count, notTaken: count, unanswered: count }), confirmations => {
        const proposal = proposeAppraisal({ ...quiet, confirmations });
        expect(proposal.outcome).toBe('full');
        expect(proposal.clauses.find(each => each.clause === 'medication')?.finding).toBe('met');
      }),
    );
  });

  it('brings a promptly reported incident before people, without holding it against the guardian', () => {
    const proposal = proposeAppraisal({ ...quiet, incidents: [{ byGuardian: true, withinDay: true }] });
    expect(proposal.outcome).toBe('review');
    expect(proposal.clauses.every(each => each.finding === 'met')).toBe(true);
  });

  it('whatever doctor and police found it to be: a prompt report is never by itself a deduction', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CONDUCT_KEYS), { minLength: 1, maxLength: 5 }), conducts => {
        const incidents = conducts.map(conduct => ({ byGuardian: true, withinDay: true, conduct }));
        const proposal = proposeAppraisal({ ...quiet, incidents });
        expect(proposal.outcome).toBe('review');
        expect(proposal.clauses.every(each => each.finding === 'met')).toBe(true);
        // Told as a fact, so that the two people need not ask around.
        const told = proposal.clauses.flatMap(each => each.reasons).join('');
        for (const conduct of conducts) expect(told).toContain(CONDUCTS[conduct]);
      }),
    );
  });

  it('asks to look when an incident came late or from others, or nobody visited', () => {
    const clause = (evidence: DutyEvidence, name: string) => proposeAppraisal(evidence).clauses.find(each => each.clause === name)?.finding;
    expect(clause({ ...quiet, incidents: [{ byGuardian: true, withinDay: false }] }, 'reporting')).toBe('check');
    expect(clause({ ...quiet, incidents: [{ byGuardian: false, withinDay: true }] }, 'reporting')).toBe('check');
    expect(clause({ ...quiet, visits: 0 }, 'visits')).toBe('check');
  });

  it('says whose report came late: the guardian’s own, or the first one of anybody', () => {
    const reasons = (byGuardian: boolean) =>
      proposeAppraisal({ ...quiet, incidents: [{ byGuardian, withinDay: false }] })
        .clauses.find(each => each.clause === 'reporting')
        ?.reasons.join('；');
    expect(reasons(true)).toBe('1起事件监护人在24小时以后才报告，请了解原因');
    expect(reasons(false)).toBe('1起事件在24小时以后才有报告，请了解原因；1起事件由他人报告，请了解监护人当时是否知情');
  });

  it('speaks about every clause and gives reasons', () => {
    const { clauses, reasons } = proposeAppraisal(quiet);
    expect(clauses.map(each => each.clause)).toEqual(DUTY_CLAUSE_CODES);
    expect(clauses.every(each => each.reasons.length > 0)).toBe(true);
    expect(reasons.length).toBeGreaterThan(0);
  });
});

describe('an opinion', () => {
  const percent = { full: 100, partial: 50, zero: 0 };
  const from = day('2026-08-15');
  const today = day('2026-11-22');
  const breach = { clause: 'reporting' as const, evidence: '走失两天后才告知村委会' };
  const form = (more: Partial<OpinionForm>): OpinionForm => ({ outcome: 'full', breaches: [], ...more });
  const code = (more: Partial<OpinionForm>) => {
    const decision = decideOpinion(form(more), percent, from, today);
    return decision.granted ? 'granted' : decision.code;
  };

  it('in full needs nothing and takes nothing', () => {
    expect(decideOpinion(form({}), percent, from, today)).toEqual({
      granted: true,
      value: { outcome: 'full', payPercent: 100, breaches: [], guardianHeardOn: null },
    });
    expect(code({ breaches: [breach] })).toBe('APPRAISAL_OPINION_UNCLEAR');
    expect(code({ guardianHeardOn: today })).toBe('APPRAISAL_OPINION_UNCLEAR');
  });

  it('that deducts needs clause, evidence and the hearing', () => {
    expect(code({ outcome: 'zero' })).toBe('DEDUCTION_NEEDS_GROUNDS');
    expect(code({ outcome: 'zero', breaches: [breach] })).toBe('DEDUCTION_NEEDS_GROUNDS');
    expect(code({ outcome: 'zero', guardianHeardOn: today })).toBe('DEDUCTION_NEEDS_GROUNDS');
    expect(code({ outcome: 'zero', breaches: [{ clause: 'reporting', evidence: '  ' }], guardianHeardOn: today })).toBe(
      'DEDUCTION_NEEDS_GROUNDS',
    );
    expect(code({ outcome: 'zero', breaches: [breach], guardianHeardOn: today })).toBe('granted');
    expect(code({ outcome: 'zero', breaches: [breach, breach], guardianHeardOn: today })).toBe('APPRAISAL_OPINION_UNCLEAR');
  });

  it('that pays a part pays the part of the agreement, not one of somebody’s choosing', () => {
    const decision = decideOpinion(form({ outcome: 'partial', breaches: [breach], guardianHeardOn: today }), percent, from, today);
    expect(decision).toMatchObject({ granted: true, value: { payPercent: 50 } });
  });

  it('rests on a hearing between the period’s first day and today', () => {
    const heard = (on: string) => code({ outcome: 'zero', breaches: [breach], guardianHeardOn: day(on) });
    expect(heard('2026-08-14')).toBe('GUARDIAN_HEARD_DAY_INVALID');
    expect(heard('2026-08-15')).toBe('granted');
    expect(heard('2026-11-22')).toBe('granted');
    expect(heard('2026-11-23')).toBe('GUARDIAN_HEARD_DAY_INVALID');
  });
});

describe('two people', () => {
  const heard = day('2026-11-20');
  const full = (personId: string): GivenOpinion => ({ personId, outcome: 'full', payPercent: 100, breaches: [], guardianHeardOn: null });
  const cut = (personId: string, more: Partial<GivenOpinion> = {}): GivenOpinion => ({
    personId,
    outcome: 'partial',
    payPercent: 50,
    breaches: [{ clause: 'reporting', evidence: `${personId}看到的` }],
    guardianHeardOn: heard,
    ...more,
  });

  it('decide; one does not, however often', () => {
    expect(concurring([full('a')])).toBeNull();
    expect(concurring([full('a'), full('a'), full('a')])).toBeNull();
    expect(concurring([full('a'), full('b')])?.outcome).toBe('full');
  });

  it('must agree on outcome, share, clauses and hearing; each brings evidence in their own words', () => {
    expect(concurring([cut('a'), cut('b')])?.payPercent).toBe(50);
    expect(concurring([cut('a'), full('b')])).toBeNull();
    expect(concurring([cut('a'), cut('b', { payPercent: 60 })])).toBeNull();
    expect(concurring([cut('a'), cut('b', { guardianHeardOn: day('2026-11-21') })])).toBeNull();
    expect(concurring([cut('a'), cut('b', { breaches: [{ clause: 'visits', evidence: '不让进门' }] })])).toBeNull();
  });

  it('may think again: the newest opinion of a person counts', () => {
    expect(concurring([full('a'), full('b'), cut('a')])).toBeNull();
    expect(concurring([full('a'), cut('b'), full('b')])?.outcome).toBe('full');
    expect(concurring([cut('a'), full('b'), full('c')])?.outcome).toBe('full');
  });

  it('never deduct unless two distinct persons named the same ground', () => {
    const person = fc.constantFrom('a', 'b', 'c');
    const opinion = fc
      .tuple(person, fc.constantFrom<AppraisalOutcome>('full', 'partial', 'zero'))
      .map(([who, outcome]) => (outcome === 'full' ? full(who) : cut(who, outcome === 'zero' ? { outcome, payPercent: 0 } : {})));
    fc.assert(
      fc.property(fc.array(opinion, { maxLength: 8 }), given => {
        const decided = concurring(given);
        if (!decided) return;
        const newest = new Map(given.map(each => [each.personId, each]));
        expect([...newest.values()].filter(each => each.outcome === decided.outcome).length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('pay the share half up', () => {
    expect(decidedAmount(fen(60_001), full('a'))).toBe(60_001);
    expect(decidedAmount(fen(60_001), cut('a'))).toBe(30_001);
    expect(decidedAmount(fen(60_001), cut('a', { outcome: 'zero', payPercent: 0 }))).toBe(0);
  });
});
