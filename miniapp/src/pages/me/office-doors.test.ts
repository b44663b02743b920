import { officeDoors } from './office-doors.ts';

const pages = (...roles: Parameters<typeof officeDoors>[0]) => officeDoors(roles).map(({ page }) => page.split('/')[3]);

it('opens to each post what it may see', () => {
  expect(pages('townshipLead')).toEqual(['meetings', 'decisions', 'letters', 'indicators', 'rounds', 'costs']);
  expect(pages('mentalHealthDoctor')).toEqual(['meetings', 'decisions', 'letters', 'warnings', 'indicators', 'waiting', 'rounds', 'clues']);
  expect(pages('financeOfficer')).toEqual(['meetings', 'decisions', 'letters', 'costs']);
});

it('opens nothing to whoever holds no such post', () => {
  expect(pages('gridWorker')).toEqual([]);
  expect(pages()).toEqual([]);
});
