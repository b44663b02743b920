import { calendarDate, startOf } from '../kernel/calendar-date.ts';
import { LIKENESSES, type Likeness } from '../registry/duplicate.rules.ts';
import { CLUE_FORMS, decideAnswers, formOf, NEWEST_FORM, signsInWords } from './clue-form.rules.ts';
import {
  AFTER_FINDING,
  decideNew,
  decideReviewDay,
  decideSame,
  eraseBefore,
  moveClue,
  nameless,
  reporterState,
  weightOf,
  type ClueEvent,
} from './clue.rules.ts';
import { CLUE_STATES, FINDINGS, isEnded, type ClueState, type Finding } from './clue.terms.ts';

const codeOf = (decision: { granted: boolean; code?: string }) => ('code' in decision ? decision.code : 'granted');
const STATES = Object.keys(CLUE_STATES) as ClueState[];

describe('the clue form', () => {
  it('asks the eleven questions of the norm and names the six groups, in versions that stay (SJ-05, DY-04)', () => {
    expect(CLUE_FORMS.map(form => form.version)).toEqual(CLUE_FORMS.map((_, index) => index + 1));
    const first = formOf(1);
    expect([Object.keys(first?.questions ?? {}).length, Object.keys(first?.groups ?? {}).length]).toEqual([11, 6]);
    expect(formOf(99)).toBeUndefined();
    expect(NEWEST_FORM).toBe(CLUE_FORMS.at(-1));
  });

  it('takes any one 有, or one of the groups, as a clue, and makes no number of them', () => {
    for (const number of Object.keys(NEWEST_FORM.questions).map(Number))
      expect(decideAnswers({ form: NEWEST_FORM.version, yes: [number], group: null })).toEqual({
        granted: true,
        value: { yes: [number], group: null },
      });
    expect(decideAnswers({ form: 1, yes: [], group: 3 }).granted).toBe(true);
    expect(decideAnswers({ form: 1, yes: [11, 2, 2], group: 6 })).toEqual({ granted: true, value: { yes: [2, 11], group: 6 } });
    expect(codeOf(decideAnswers({ form: 1, yes: [], group: null }))).toBe('CLUE_WITHOUT_SIGN');
  });

  it.each([
    [{ form: 2, yes: [1], group: null }],
    [{ form: 1, yes: [0], group: null }],
    [{ form: 1, yes: [1, 12], group: null }],
    [{ form: 1, yes: [1], group: 7 }],
  ])('knows nothing of %j', answers => expect(codeOf(decideAnswers(answers))).toBe('CLUE_FORM_UNKNOWN'));

  it('says what was answered in the words in which it was asked', () => {
    expect(signsInWords(1, [2])).toEqual(['因为精神异常被关锁在家']);
    expect(signsInWords(99, [2])).toEqual(['2']);
  });
});

describe('the life of a clue', () => {
  const wayOf = (from: ClueState, event: ClueEvent) => {
    const decision = moveClue(from, event);
    return decision.granted ? decision.value : decision.code;
  };
  it('comes to a review only after the check, and to a file only after the review (DY-07)', () => {
    expect(wayOf('open', 'isNew')).toBe('toReview');
    expect([wayOf('open', 'register'), wayOf('open', 'notConfirm')]).toEqual(['CLUE_NOT_CHECKED', 'CLUE_NOT_CHECKED']);
    expect([wayOf('toReview', 'register'), wayOf('toReview', 'notConfirm')]).toEqual(['registered', 'notConfirmed']);
    expect([wayOf('toReview', 'isNew'), wayOf('toReview', 'isKnown'), wayOf('toReview', 'isSame')]).toEqual(Array(3).fill('CLUE_CHECKED'));
    expect([wayOf('open', 'isKnown'), wayOf('open', 'isSame')]).toEqual(['known', 'duplicate']);
    expect([wayOf('open', 'withdraw'), wayOf('toReview', 'withdraw')]).toEqual(['withdrawn', 'withdrawn']);
  });
  it('ends once', () => {
    const events = ['isKnown', 'isSame', 'isNew', 'register', 'notConfirm', 'withdraw'] as const;
    for (const state of STATES.filter(isEnded)) for (const event of events) expect(wayOf(state, event)).toBe('CLUE_ENDED');
    expect(STATES.filter(state => !isEnded(state))).toEqual(['open', 'toReview']);
  });
  it('begins a file only by what a psychiatrist found', () => {
    expect((Object.keys(FINDINGS) as Finding[]).map(finding => AFTER_FINDING[finding].begins)).toEqual(['registered', 'suspected', null]);
  });
});

describe('whether somebody is new', () => {
  const looks = (likenesses: Likeness[], elsewhere = false, reason?: string) => codeOf(decideNew({ likenesses, elsewhere }, reason));
  it('is never so with a known document, whatever is said (DY-07)', () => {
    for (const reason of [undefined, '不是同一个人'])
      expect([looks(['sameDocument'], false, reason), looks([], true, reason)]).toEqual(['CLUE_IS_KNOWN', 'CLUE_IS_KNOWN']);
  });
  it('is not held up by a clue that was taken back or goes on as another, and by one not confirmed only until somebody says why', () => {
    expect((['withdrawn', 'duplicate'] as const).map(state => weightOf(state, 'sameDocument'))).toEqual([null, null]);
    expect(weightOf('notConfirmed', 'sameDocument')).toBe('sameNameAndBirth');
    for (const state of ['open', 'toReview', 'registered', 'known'] as const) expect(weightOf(state, 'sameDocument')).toBe('sameDocument');
  });
  it('needs a reason beside anybody alike', () => {
    for (const likeness of (Object.keys(LIKENESSES) as Likeness[]).filter(one => one !== 'sameDocument'))
      expect([looks([likeness]), looks([likeness], false, '年龄差二十岁')]).toEqual(['CLUE_MAY_BE_KNOWN', 'granted']);
    expect(looks([])).toBe('granted');
  });
});

it('takes a review between the day of the clue and today', () => {
  const [before, first, last, after] = ['2026-06-14', '2026-06-15', '2026-06-20', '2026-06-21'].map(calendarDate);
  const at = (day: typeof before) => codeOf(decideReviewDay(day!, first!, last!));
  expect([at(before), at(first), at(last), at(after)]).toEqual(['CLUE_REVIEW_DAY_WRONG', 'granted', 'granted', 'CLUE_REVIEW_DAY_WRONG']);
});

it('erases what ended before the days that a county keeps it', () => {
  const limit = eraseBefore(calendarDate('2026-07-31'), 30);
  expect(limit).toEqual(startOf(calendarDate('2026-07-01')));
});

it('names nobody in a list', () => {
  expect([nameless('王小明'), nameless('𠮷田'), nameless('')]).toEqual(['王某', '𠮷某', '某']);
});

it('tells whoever handed a clue in how far it has got, and of every end the same', () => {
  expect([reporterState('open'), reporterState('toReview')]).toEqual(['waiting', 'goesOn']);
  expect(new Set(STATES.filter(isEnded).map(reporterState))).toEqual(new Set(['ended']));
});

it('lets a clue end as the same as one that is followed or has led to a file, and as no other', () => {
  const followed = STATES.filter(state => decideSame(state).granted);
  expect(followed).toEqual(['open', 'toReview', 'registered', 'known']);
});
