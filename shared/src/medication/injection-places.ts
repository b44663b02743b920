import { inLanguage } from '../kernel/language.ts';

/** As the record has them: it is Chinese, whatever the screen speaks. */
const KEPT = { townHealthCenter: '卫生院', villageClinic: '村卫生室', home: '家里', hospital: '医院' };
const SHOWN = inLanguage(KEPT, {
  en: { townHealthCenter: 'Health centre', villageClinic: 'Village clinic', home: 'At home', hospital: 'Hospital' },
});
type Place = keyof typeof KEPT;

/** Where long-acting injections are mostly given: what is kept, and what is shown. */
export const INJECTION_PLACES = (['townHealthCenter', 'villageClinic', 'home', 'hospital'] as const satisfies readonly Place[]).map(
  place => ({
    value: KEPT[place],
    text: SHOWN[place],
  }),
);
