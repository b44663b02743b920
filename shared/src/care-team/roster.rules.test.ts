import { maybeSamePerson, mismatchKey } from './roster.rules.ts';

it.each([
  ['纪明德', '纪明徳', true],
  ['纪 明德', '纪明德', true],
  ['纪明', '纪敏', false],
  ['纪明德', '纪敏得', false],
  ['纪明德', '纪明', false],
  ['欧阳明德', '欧阳明徳', true],
])('%s and %s may be one person: %s', (a, b, same) => {
  expect([maybeSamePerson(a, b), maybeSamePerson(b, a)]).toEqual([same, same]);
});

it('is known by what it is about, whichever of two comes first', () => {
  expect(mismatchKey({ kind: 'spelling', persons: ['b', 'a'] })).toBe(mismatchKey({ kind: 'spelling', persons: ['a', 'b'] }));
  expect(mismatchKey({ kind: 'vacant', villageId: 'v', seat: 'police' })).toBe('vacant:v:police');
  expect(mismatchKey({ kind: 'left', villageId: 'v', seat: 'police', personId: 'p' })).toBe('left:v:police:p');
});
