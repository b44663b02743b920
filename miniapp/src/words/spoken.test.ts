import { SPOKEN } from '@guanhu/shared/access/spoken.terms';
import { agreement } from './zh-CN/agreement.ts';
import { incidents } from './zh-CN/incidents.ts';
import { today } from './zh-CN/today.ts';

it('shows the very words that a recording of a fixed sentence speaks', () => {
  expect({
    medicineToday: today.medicineTaken('', today.medicineDay),
    honest: today.honest,
    nobodyTold: incidents.nobodyTold,
    expectedDecidedByTwo: agreement.expectedDecidedByTwo,
    claimableSub: agreement.claimableSub,
  }).toEqual(SPOKEN);
});
