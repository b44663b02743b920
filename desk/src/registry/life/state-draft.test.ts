import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { stateBody, type StateDraft } from './state-draft.ts';

const draft: StateDraft = { on: calendarDate('2026-06-15'), reason: '家属告知', place: '' };
const common = { from: 'inCare', on: '2026-06-15', reason: '家属告知' };

it.each([
  [{}, undefined],
  [{ to: 'inCustody', reason: ' ' }, undefined],
  [{ to: 'inCustody' }, { ...common, to: 'inCustody' }],
  [{ to: 'movedOut' }, undefined],
  [
    { to: 'movedOut', place: ' 邻县 ' },
    { ...common, to: 'movedOut', place: '邻县' },
  ],
  [{ to: 'missing' }, undefined],
  [{ to: 'hospitalised', place: '县医院' }, undefined],
  [{ to: 'deceased' }, undefined],
  [
    { to: 'deceased', deathCause: 1, fatalIllness: 3 },
    { ...common, to: 'deceased', deathCause: 1, fatalIllness: 3 },
  ],
  [
    { to: 'deceased', deathCause: 4, fatalIllness: 3 },
    { ...common, to: 'deceased', deathCause: 4 },
  ],
  [{ to: 'lostToFollowUp' }, undefined],
  [
    { to: 'lostToFollowUp', lostReason: 5 },
    { ...common, to: 'lostToFollowUp', lostReason: 5 },
  ],
  [{ to: 'suspected' }, { ...common, to: 'suspected' }],
] as const)('%j: %j', (more, body) => {
  expect(stateBody({ ...draft, ...more }, 'inCare')).toEqual(body);
});
