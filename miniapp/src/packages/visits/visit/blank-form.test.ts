import { blankFormWith } from './blank-form.ts';

const blank = { edition: { national: 1, local: 0 }, localFields: [], lateAfterDays: 3 };
const holder = (personId: string) => ({ personId, name: `试${personId}`, phone: null, since: '2026-01-01' as never });
const team = {
  patientId: 'p',
  seats: [
    { seat: 'doctor' as const, label: '', holders: [holder('a')] },
    { seat: 'gridWorker' as const, label: '', holders: [holder('me'), holder('b')] },
    { seat: 'lead' as const, label: '', holders: [holder('b')] },
  ],
};

it('asks what the county asks, and names everybody of the team but the visitor, once', () => {
  const form = blankFormWith(blank, team, 'me');
  expect(form).toMatchObject({ ...blank, quick: null });
  expect(form?.team.map(({ personId }) => personId)).toEqual(['a', 'b']);
});

it('has no form without the county’s, and nobody to name without a team', () => {
  expect(blankFormWith(undefined, team, 'me')).toBeUndefined();
  expect(blankFormWith(blank, undefined, 'me')?.team).toEqual([]);
});
