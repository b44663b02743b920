import { moveEscort, receiptItems } from './escort.rules.ts';
import { ESCORT_STATES, type EscortState } from './escort.terms.ts';

it('hands over only whoever set out, and undoes nothing (BQ-07)', () => {
  const states = Object.keys(ESCORT_STATES) as EscortState[];
  const moves = states.flatMap(from => states.flatMap(to => (moveEscort(from, to).granted ? [`${from} ${to}`] : [])));
  expect(moves).toEqual(['planned underway', 'planned cancelled', 'underway handedOver', 'underway cancelled']);
});

it('says of each thing whether it was handed over', () => {
  const lines = receiptItems(['record', 'medicine']);
  expect(lines).toHaveLength(6);
  expect(lines.filter(([, given]) => given === '已交').map(([item]) => item)).toEqual(['随身药品', '病历和诊断']);
});
