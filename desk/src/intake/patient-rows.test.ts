import { byPatient, readyPatients, rowsToConfirm } from './patient-rows.ts';

const row = (key: string, lead: string, verdict: 'create' | 'unchanged' | 'change' | 'needsConfirmation' | 'refused') => ({
  key,
  lead,
  verdict,
});
const ROWS = [
  row('s0r5', 's0r5', 'create'),
  row('s0r6', 's0r6', 'refused'),
  row('s0r7', 's0r7', 'unchanged'),
  row('s0r8', 's0r8', 'create'),
  row('s1r2', 's0r5', 'create'),
  row('s1r3', 's0r8', 'needsConfirmation'),
  row('s1r4', 's0r9', 'unchanged'),
  row('s0r9', 's0r9', 'change'),
];

it('keeps the rows of one patient together across sheets', () => {
  expect(
    byPatient(ROWS)
      .get('s0r5')
      ?.map(each => each.key),
  ).toEqual(['s0r5', 's1r2']);
});

it('offers only patients with something to write and nothing in the way', () => {
  expect(readyPatients(ROWS)).toEqual(['s0r5', 's0r9']);
});

it('sends every row of what was chosen, and none that is no longer ready', () => {
  expect(rowsToConfirm(ROWS, new Set(['s0r5', 's0r8', 's0r9']))).toEqual(['s0r5', 's1r2', 's1r4', 's0r9']);
});
