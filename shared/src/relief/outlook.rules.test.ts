import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_RELIEF } from '../policy/relief-policy.shipped.ts';
import { checkReliefPolicy } from '../policy/relief-policy.rules.ts';
import { factsOf, type FileFacts, type KnownFacts } from './facts.rules.ts';
import { findBenefit, questionsOf, seemsTo } from './outlook.rules.ts';
import { BENEFIT_KEYS, RELIEF_FACT_KEYS, RELIEF_FACTS, type Benefit, type FactAnswer, type ReliefFact } from './relief.terms.ts';

const BLANK: FileFacts = {
  diagnosis: null,
  economy: null,
  disabilityCertificate: null,
  disabilityGrade: null,
  outpatientTreatment: null,
  permanentAreaCode: null,
};
const known = (facts: { readonly [F in ReliefFact]?: FactAnswer }): KnownFacts =>
  Object.fromEntries(Object.entries(facts).map(([fact, answer]) => [fact, { answer, found: '查到了', source: '患者档案' }]));
const standing = (benefit: Benefit, facts: KnownFacts) => seemsTo(findBenefit(SHIPPED_RELIEF.benefits[benefit], facts));
const facts = (file: Partial<FileFacts>, more: Partial<Parameters<typeof factsOf>[0]> = {}) =>
  factsOf({ file: { ...BLANK, ...file }, held: [], answers: [], county: '990101', ...more });
const ON = calendarDate('2026-11-02');

describe('what is known of a patient', () => {
  it('is what the file says, in words and with its source', () => {
    const found = facts({
      diagnosis: 'schizophrenia',
      economy: '1',
      disabilityCertificate: '1',
      disabilityGrade: '2',
      outpatientTreatment: '2',
    });
    expect(found).toEqual({
      disorder: { answer: 'yes', found: '已确诊', source: '患者档案' },
      poor: { answer: 'yes', found: '贫困', source: '患者档案' },
      certified: { answer: 'yes', found: '有', source: '患者档案' },
      severe: { answer: 'yes', found: '二级', source: '患者档案' },
      treated: { answer: 'yes', found: '间断门诊治疗', source: '患者档案' },
    });
    // Which illness it is, is nobody's business here.
    expect(JSON.stringify(found)).not.toContain('精神分裂');
  });

  it('is nothing where the file is blank or does not know: a blank is never a no', () => {
    expect(facts({})).toEqual({});
    expect(facts({ economy: '3' })).toEqual({});
  });

  it('knows a household by the code of its county, either way', () => {
    expect(facts({ permanentAreaCode: '990101001001' }).local?.answer).toBe('yes');
    expect(facts({ permanentAreaCode: '990102001001' }).local?.answer).toBe('no');
    expect(facts({ permanentAreaCode: '990101001001' }, { county: null }).local).toBeUndefined();
  });

  it('takes the file before what somebody answered, and the ledger before both', () => {
    const answers = [
      { fact: 'poor', answer: 'no', on: ON },
      { fact: 'insured', answer: 'yes', on: ON },
    ] as const;
    const found = facts({ economy: '1', disabilityCertificate: '2' }, { answers, held: ['disabilityCertificate', 'minimumLiving'] });
    expect(found.poor).toEqual({ answer: 'yes', found: '贫困', source: '患者档案' });
    expect(found.insured).toEqual({ answer: 'yes', found: '参加了居民医保：是', source: '2026年11月2日询问' });
    expect(found.certified).toEqual({ answer: 'yes', found: '正在享受残疾证', source: '救助台账' });
    expect(found.hasMinimumLiving?.answer).toBe('yes');
    expect(facts({}, { answers }).poor?.answer).toBe('no');
  });
});

describe('what a family seems to be entitled to', () => {
  it('asks where nothing is known, and never says no then (BQ-08, SJ-20)', () => {
    for (const benefit of BENEFIT_KEYS) expect(standing(benefit, {})).not.toBe('notNow');
    expect(standing('medicalRelief', known({ disorder: 'yes' }))).toBe('ask');
  });

  it('needs every condition, and one of those of which one is enough (YM-15, YM-20)', () => {
    expect(standing('medicalRelief', known({ disorder: 'yes', poor: 'yes' }))).toBe('seems');
    expect(standing('medicalRelief', known({ disorder: 'yes', poor: 'no' }))).toBe('ask');
    expect(standing('medicalRelief', known({ disorder: 'yes', poor: 'no', hasMinimumLiving: 'no', hasExtremeHardship: 'no' }))).toBe(
      'notNow',
    );
    expect(standing('minimumLiving', known({ local: 'yes', lowIncome: 'yes' }))).toBe('seems');
    expect(standing('minimumLiving', known({ local: 'no', lowIncome: 'yes' }))).toBe('notNow');
  });

  it('offers the certificate to whoever has none, and what the certificate opens to whoever has one (BQ-10, YM-18, YM-19, SJ-11)', () => {
    const without = known({ disorder: 'yes', certified: 'no' });
    expect([standing('disabilityCertificate', without), standing('nursingSubsidy', without)]).toEqual(['seems', 'notNow']);
    const having = known({ disorder: 'yes', certified: 'yes', severe: 'yes', treated: 'yes' });
    expect(['disabilityCertificate', 'nursingSubsidy', 'outpatientRest'].map(one => standing(one as Benefit, having))).toEqual([
      'notNow',
      'seems',
      'seems',
    ]);
  });

  it('says of each condition what was found and where', () => {
    expect(findBenefit(SHIPPED_RELIEF.benefits.disabilityCertificate, known({ disorder: 'yes' }))).toEqual([
      { fact: 'disorder', label: '确诊是国家管理的六类疾病', verdict: 'holds', found: '查到了', source: '患者档案', oneIsEnough: false },
      {
        fact: 'certified',
        label: '还没有：有残疾证',
        verdict: 'unknown',
        found: '还不知道，要问一下',
        source: '没有记录',
        oneIsEnough: false,
      },
    ]);
  });

  it('asks each open question once, and nobody what a doctor says', () => {
    const lines = (['medicalRelief', 'insuranceSubsidy', 'nursingSubsidy'] as const).map(benefit => {
      const findings = findBenefit(SHIPPED_RELIEF.benefits[benefit], {});
      return { standing: seemsTo(findings), findings };
    });
    expect(questionsOf(lines)).toEqual(['poor', 'hasMinimumLiving', 'hasExtremeHardship', 'certified', 'severe']);
    expect(questionsOf([{ standing: 'has', findings: findBenefit(SHIPPED_RELIEF.benefits.medicalRelief, {}) }])).toEqual([]);
  });

  it('never turns a maybe into a no by forgetting something, nor a no into a yes by learning nothing', () => {
    const answers = fc.dictionary(fc.constantFrom(...RELIEF_FACT_KEYS), fc.constantFrom<FactAnswer>('yes', 'no'));
    fc.assert(
      fc.property(fc.constantFrom(...BENEFIT_KEYS), answers, fc.constantFrom(...RELIEF_FACT_KEYS), (benefit, all, forgotten) => {
        const before = standing(benefit, known(all));
        const after = standing(benefit, known(Object.fromEntries(Object.entries(all).filter(([fact]) => fact !== forgotten))));
        // What is unknown is asked: forgetting leads to a question or changes nothing.
        expect([before, 'ask']).toContain(after);
      }),
    );
  });
});

describe('what a county sets', () => {
  it('starts from terms that hold together: no deductible and 90 percent on a fast lane (YM-21, YM-22)', () => {
    expect(checkReliefPolicy(SHIPPED_RELIEF).granted).toBe(true);
    expect(SHIPPED_RELIEF.reimbursement.special).toEqual({ deductibleFen: 0, percent: 90 });
    for (const benefit of ['specialOutpatient', 'disabilityCertificate'] as const)
      expect(SHIPPED_RELIEF.benefits[benefit].fastWorkingDays).toBeLessThan(SHIPPED_RELIEF.benefits[benefit].workingDays);
  });

  it('is refused where a fact is asked twice, a fast lane is slow, or the special tariff is the worse one', () => {
    const { medicalRelief } = SHIPPED_RELIEF.benefits;
    const having = (terms: object) => ({
      ...SHIPPED_RELIEF,
      benefits: { ...SHIPPED_RELIEF.benefits, medicalRelief: { ...medicalRelief, ...terms } },
    });
    const { reimbursement } = SHIPPED_RELIEF;
    for (const wrong of [
      having({ any: [{ fact: 'disorder', is: 'no' }] }),
      having({ fastWorkingDays: medicalRelief.workingDays }),
      { ...SHIPPED_RELIEF, reimbursement: { ...reimbursement, special: { deductibleFen: 0, percent: 49 } } },
      { ...SHIPPED_RELIEF, reimbursement: { ...reimbursement, special: { deductibleFen: 10_001, percent: 90 } } },
    ])
      expect(checkReliefPolicy(wrong)).toMatchObject({ code: 'POLICY_RELIEF_CONTRADICTS' });
  });

  it('asks only for facts that somebody can be asked, but for the diagnosis', () => {
    expect(RELIEF_FACT_KEYS.filter(fact => RELIEF_FACTS[fact].ask === null)).toEqual(['disorder']);
  });
});
