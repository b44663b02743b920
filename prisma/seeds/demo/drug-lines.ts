import type { DrugLine } from '@guanhu/shared/visits/visit-record.terms';
import type { CastDrug } from './cast.terms.ts';

/** A drug of the cast as the forms write it: a dose of nothing is left out. */
export const drugLine = ({ name, morningMg, noonMg, nightMg, everyWeeks }: CastDrug): DrugLine =>
  everyWeeks === null
    ? {
        name,
        ...(morningMg > 0 ? { morningMg } : {}),
        ...(noonMg > 0 ? { noonMg } : {}),
        ...(nightMg > 0 ? { eveningMg: nightMg } : {}),
      }
    : { name, everyWeeks, eachMg: morningMg };
