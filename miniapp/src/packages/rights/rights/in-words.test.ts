import { reader, subject } from './in-words.ts';

it('tells several of one family apart by a number, and never by a name', () => {
  const self = { patientId: 'a', as: 'self' } as const;
  const [one, other] = [
    { patientId: 'b', as: 'guardian' },
    { patientId: 'c', as: 'guardian' },
  ] as const;
  expect([self, one].map((each, _, all) => subject(each, all))).toEqual(['本人', '我照护的家人']);
  expect([self, one, other].map((each, _, all) => subject(each, all))).toEqual(['本人', '我照护的家人（1）', '我照护的家人（2）']);
});

it('calls readers by their posts', () => {
  expect(reader({ who: 'mentalHealthDoctor', area: '云坪镇' })).toBe('云坪镇 精防医生');
  expect(reader({ who: 'guardian', area: null })).toBe('监护人');
  expect(reader({ who: 'member', area: null })).toBe('小组成员');
});
