import { isDosed, type Drug } from '@guanhu/shared/medication/dose.rules';

/** One drug as it is typed; numbers as they stand in their fields. */
export type TypedDrug = {
  readonly name: string;
  readonly injected: boolean;
  readonly morningMg: string;
  readonly noonMg: string;
  readonly eveningMg: string;
  readonly everyWeeks: string;
  readonly eachMg: string;
};
export const EMPTY_DRUG: TypedDrug = { name: '', injected: false, morningMg: '', noonMg: '', eveningMg: '', everyWeeks: '4', eachMg: '' };

const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
export const typedDrug = (drug: Drug): TypedDrug => ({
  name: drug.name,
  injected: drug.everyWeeks !== undefined,
  morningMg: text(drug.morningMg),
  noonMg: text(drug.noonMg),
  eveningMg: text(drug.eveningMg),
  everyWeeks: text(drug.everyWeeks ?? 4),
  eachMg: text(drug.eachMg),
});

/** Milligrams, to the thousandth; undefined of an empty field, NaN of what is no amount. */
const mg = (typed: string): number | undefined => {
  if (typed.trim() === '') return undefined;
  return /^\d{1,5}(\.\d{1,3})?$/.test(typed.trim()) ? Number(typed) : NaN;
};

/** The drug, once it has a name and a dose that can be followed; undefined before. */
export function drugOf(typed: TypedDrug): Drug | undefined {
  const name = typed.name.trim();
  const doses = typed.injected
    ? { everyWeeks: Number(typed.everyWeeks), eachMg: mg(typed.eachMg) }
    : { morningMg: mg(typed.morningMg), noonMg: mg(typed.noonMg), eveningMg: mg(typed.eveningMg) };
  const given = Object.entries(doses).filter(([, value]) => value !== undefined);
  const drug: Drug = { name, ...(Object.fromEntries(given) as Omit<Drug, 'name'>) };
  const { everyWeeks = 1 } = drug;
  const weeksFit = Number.isInteger(everyWeeks) && everyWeeks >= 1 && everyWeeks <= 26;
  return name !== '' && weeksFit && given.every(([, value]) => !Number.isNaN(value)) && isDosed(drug) ? drug : undefined;
}
