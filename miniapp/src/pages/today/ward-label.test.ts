import type { Ward } from '@guanhu/shared/registry/registry.contract';
import { wardLabel } from './ward-label.ts';

const ward: Ward = { patientId: 'p', label: '子女', isPrimary: true, state: 'inCare', onBehalfOf: null };

it.each([
  [ward, true, '家人'],
  [ward, false, '子女'],
  [{ ...ward, onBehalfOf: '试监护' }, true, '代试监护：家人'],
  [{ ...ward, onBehalfOf: '试监护' }, false, '代试监护：子女'],
])('%j, the only one: %s', (one, isOnly, label) => {
  expect(wardLabel(one, isOnly)).toBe(label);
});

it('knows a ward that an older version of the app has kept', () => {
  const { onBehalfOf: _, ...kept } = ward;
  expect(wardLabel(kept as Ward, true)).toBe('家人');
});
