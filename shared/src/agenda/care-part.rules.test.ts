import { partOf } from './care-part.rules.ts';

it.each([
  [{ kind: 'visit', seat: 'doctor', reason: null }, 'clinical'],
  [{ kind: 'visit', seat: 'gridWorker', reason: null }, 'watch'],
  [{ kind: 'visit', seat: 'police', reason: null }, 'watch'],
  [{ kind: 'medicationConfirmation', seat: 'guardian', reason: null }, 'medication'],
  [{ kind: 'call', seat: 'gridWorker', reason: 'medicationSilence' }, 'medication'],
  [{ kind: 'call', seat: 'doctor', reason: 'followUp' }, 'telephone'],
  [{ kind: 'call', seat: 'gridWorker', reason: 'incident' }, 'contact'],
  [{ kind: 'call', seat: 'gridWorker', reason: 'messageNotSent' }, 'contact'],
] as const)('%j belongs to %s', (task, part) => {
  expect(partOf(task)).toBe(part);
});
