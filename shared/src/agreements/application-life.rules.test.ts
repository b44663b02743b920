import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import {
  answeringRole,
  lateOfficerTurn,
  decideAnswer,
  decideFresh,
  decideObjection,
  decideOpinion,
  decideStage,
  mayObject,
  moveByFamily,
  type StageDecision,
} from './application-life.rules.ts';
import {
  APPLICATION_STAGES,
  APPLICATION_STATE_CODES,
  DEPARTMENT_KEYS,
  STAGE_OUTCOMES,
  type ApplicationStage,
  type StageOutcome,
} from './application.terms.ts';

const allAgree = DEPARTMENT_KEYS.map(department => ({ department, stand: 'agree' as const }));
const one = (more: Partial<StageDecision>): StageDecision => ({
  state: 'villageReview',
  stage: 'villageReview',
  outcome: 'agree',
  words: undefined,
  doubtful: false,
  opinions: [],
  ...more,
});
const code = (decision: { granted: boolean; code?: string; value?: unknown }) => (decision.granted ? decision.value : decision.code);
const day = calendarDate('2026-03-02');

describe('a level', () => {
  it('passes on to the next, the county to the approval', () => {
    expect(code(decideStage(one({})))).toBe('townshipReview');
    expect(code(decideStage(one({ state: 'townshipReview', stage: 'townshipReview', opinions: allAgree })))).toBe('countyApproval');
    expect(code(decideStage(one({ state: 'countyApproval', stage: 'countyApproval' })))).toBe('approved');
  });

  it.each(['return', 'refuse'] as const)('never decides %s without reasons', outcome => {
    expect(code(decideStage(one({ outcome })))).toBe('APPLICATION_NEEDS_WORDS');
    expect(decideStage(one({ outcome, words: '材料不全' })).granted).toBe(true);
  });

  it('goes on against a rule, or against a department, only with reasons', () => {
    expect(code(decideStage(one({ doubtful: true })))).toBe('APPLICATION_NEEDS_WORDS');
    expect(code(decideStage(one({ doubtful: true, words: '家庭困难' })))).toBe('townshipReview');
    const opinions = [...allAgree.slice(1), { department: 'village' as const, stand: 'disagree' as const }];
    const township = one({ state: 'townshipReview', stage: 'townshipReview', opinions });
    expect(code(decideStage(township))).toBe('APPLICATION_NEEDS_WORDS');
    expect(code(decideStage({ ...township, words: '已核实' }))).toBe('countyApproval');
  });

  it('of the township waits for every department, unless it sends back', () => {
    for (const missing of DEPARTMENT_KEYS) {
      const opinions = allAgree.filter(({ department }) => department !== missing);
      const township = one({ state: 'townshipReview', stage: 'townshipReview', words: '理由', opinions });
      expect(code(decideStage(township))).toBe('APPLICATION_OPINIONS_MISSING');
      expect(code(decideStage({ ...township, outcome: 'refuse' }))).toBe('APPLICATION_OPINIONS_MISSING');
      expect(code(decideStage({ ...township, outcome: 'return' }))).toBe('returned');
    }
  });

  it('decides only in its own state, whatever else holds', () => {
    const stages = Object.keys(APPLICATION_STAGES) as ApplicationStage[];
    fc.assert(
      fc.property(
        fc.constantFrom(...APPLICATION_STATE_CODES),
        fc.constantFrom(...stages),
        fc.constantFrom(...(Object.keys(STAGE_OUTCOMES) as StageOutcome[])),
        (state, stage, outcome) => {
          const decision = decideStage(one({ state, stage, outcome, words: '理由', opinions: allAgree }));
          expect(decision.granted).toBe(state === stage);
        },
      ),
    );
  });
});

describe('an opinion', () => {
  const given = [{ department: 'village' as const, personId: 'a' }];
  it('is each department’s own: one a round, and nobody speaks for two', () => {
    expect(decideOpinion('townshipReview', 'police', 'b', given).granted).toBe(true);
    expect(code(decideOpinion('townshipReview', 'village', 'b', given))).toBe('APPLICATION_OPINION_GIVEN');
    expect(code(decideOpinion('townshipReview', 'police', 'a', given))).toBe('APPLICATION_OPINION_GIVEN');
    expect(code(decideOpinion('villageReview', 'police', 'b', given))).toBe('APPLICATION_MOVE_NOT_ALLOWED');
  });
});

describe('a family', () => {
  it('completes what was sent back, and takes back what runs', () => {
    for (const state of APPLICATION_STATE_CODES) {
      expect(moveByFamily(state, 'resubmit').granted).toBe(state === 'returned');
      expect(moveByFamily(state, 'withdraw').granted).toBe(
        ['villageReview', 'townshipReview', 'countyApproval', 'returned'].includes(state),
      );
    }
  });

  it('objects until the end of the last day, once', () => {
    expect(mayObject('refused', day, day)).toBe(true);
    expect(code(decideObjection('refused', day, day))).toBe('objected');
    expect(code(decideObjection('refused', day, calendarDate('2026-03-03')))).toBe('APPLICATION_OBJECTION_LATE');
    expect(code(decideObjection('closed', day, day))).toBe('APPLICATION_MOVE_NOT_ALLOWED');
  });
});

describe('an objection', () => {
  it('is answered one level up, and one that is right makes up for that level only', () => {
    expect([answeringRole('villageReview'), answeringRole('townshipReview'), answeringRole('countyApproval')]).toEqual([
      'townshipLead',
      'administrator',
      'administrator',
    ]);
    expect(code(decideAnswer('objected', 'villageReview', 'overturn'))).toBe('townshipReview');
    expect(code(decideAnswer('objected', 'townshipReview', 'overturn'))).toBe('countyApproval');
    expect(code(decideAnswer('objected', 'countyApproval', 'overturn'))).toBe('approved');
    expect(code(decideAnswer('objected', 'villageReview', 'uphold'))).toBe('closed');
    expect(code(decideAnswer('refused', 'villageReview', 'uphold'))).toBe('APPLICATION_MOVE_NOT_ALLOWED');
  });

  it('that is late is the county’s, and each week the next officer’s', () => {
    expect(lateOfficerTurn('villageReview', 0)).toEqual({ role: 'administrator', turn: 0 });
    expect(lateOfficerTurn('villageReview', 1)).toEqual({ role: 'administrator', turn: 1 });
    for (const stage of ['townshipReview', 'countyApproval'] as const)
      expect(lateOfficerTurn(stage, 0)).toEqual({ role: 'administrator', turn: 1 });
  });

  it('is not answered by whoever decided, nor by their deputy', () => {
    const actor = { countyId: 1, personId: 'a', sessionId: 's', channel: 'desk' as const, posts: [] };
    expect(decideFresh(actor, ['b']).granted).toBe(true);
    expect(code(decideFresh(actor, ['a']))).toBe('APPLICATION_DECIDED_BY_YOU');
    expect(code(decideFresh({ ...actor, actingFor: ['b'] }, ['b']))).toBe('APPLICATION_DECIDED_BY_YOU');
  });
});
