import { decideCostItem } from './cost.rules.ts';
import { COST_ITEMS, type CostItem } from './cost.terms.ts';
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

it('lets only an escort of the same patient that has set out cost anything but treatment (TH-08)', () => {
  const items = Object.keys(COST_ITEMS) as CostItem[];
  const granted = (escort: Parameters<typeof decideCostItem>[1]) => items.filter(item => decideCostItem(item, escort).granted);
  expect(granted(null)).toEqual(['treatment']);
  expect(granted({ state: 'planned', ofPatient: true })).toEqual([]);
  expect(granted({ state: 'underway', ofPatient: false })).toEqual([]);
  for (const state of ['underway', 'handedOver', 'cancelled'] as const) expect(granted({ state, ofPatient: true })).toEqual(items);
});
