import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Cast, CastPatient } from './cast.terms.ts';
import type { House } from './house/house.ts';
import type { Residents } from './house/residents.ts';
import type { Wall } from './house/wall.ts';

/** What every chapter of the county's past works with. */
export type Story = {
  readonly house: House;
  readonly wall: Wall;
  readonly cast: Cast;
  readonly people: Residents;
  /** The day the demonstration is made. */
  readonly today: CalendarDate;
  /** Ids of townships and villages by the cast's keys. */
  readonly areas: Map<string, Id>;
  /** Ids of patients by the cast's keys. */
  readonly patients: Map<string, Id>;
  /** Keys of those who are in hospital for a while: nobody asks their families about the day's medicine. */
  readonly inHospital: Set<string>;
};

export const areaId = ({ areas }: Story, key: string): Id => found(areas.get(key), key);
export const patientId = ({ patients }: Story, { key }: CastPatient): Id => found(patients.get(key), key);

export const townshipOf = ({ cast }: Pick<Story, 'cast'>, patient: CastPatient): string =>
  found(cast.villages.find(village => village.key === patient.villageKey)?.townshipKey, patient.villageKey);

/** The cast's patient behind an id of the county. */
export function patientOf({ cast, patients }: Story, id: Id): CastPatient {
  return found(
    cast.patients.find(one => patients.get(one.key) === id),
    'a patient',
  );
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new RangeError(`${key} is not in the county yet`);
  return value;
}

/** Runs `work` for each, a few at a time: people do not wait for one another. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 6): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
