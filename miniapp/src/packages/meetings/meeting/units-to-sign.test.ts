import type { Meeting, MeetingUnit } from '@guanhu/shared/meetings/meetings.contract';
import { unitsToSign } from './units-to-sign.ts';

const unit = (name: string, rest: Partial<MeetingUnit> = {}): MeetingUnit => ({
  organisationId: name,
  name,
  attended: true,
  who: null,
  given: null,
  mine: true,
  held: true,
  ...rest,
});
const given = { stand: 'agree', words: null, by: '试甲', onPaper: false, at: '2026-11-20T08:02:00.000Z' } as const;
const minutes = { textId: 't', summary: '', topics: [], decisions: [], writtenBy: '试乙', at: given.at };
const meeting = (rest: Partial<Pick<Meeting, 'state' | 'minutes'>> = {}) => ({
  state: 'countersigning' as const,
  minutes,
  units: [unit('mine'), unit('signed', { given }), unit('another’s', { mine: false })],
  ...rest,
});

it('are the reader’s own that have not signed this text', () => {
  expect(unitsToSign(meeting()).map(each => each.name)).toEqual(['mine']);
});

it.each(['planned', 'drafting', 'issued', 'cancelled'] as const)('are none while a meeting is %s', state => {
  expect(unitsToSign(meeting({ state }))).toEqual([]);
});

it('are none before there is a text', () => {
  expect(unitsToSign(meeting({ minutes: null }))).toEqual([]);
});
