import type { StaffSeat } from '../care-team/seats.terms.ts';
import type { GuardianshipFact, ImportFacts, KnownArea, PatientFact, PersonFact, SeatFact } from './import.terms.ts';

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The facts, arranged for looking up: a county of thousands is planned in a second or two. */
export class FactIndex {
  readonly areas: readonly KnownArea[];
  readonly #persons: ReadonlyMap<string, PersonFact>;
  readonly #patients: ReadonlyMap<string, PatientFact>;
  readonly #personsByName: ReadonlyMap<string, readonly PersonFact[]>;
  readonly #personsByMobile: ReadonlyMap<string, readonly PersonFact[]>;
  readonly #patientsByName: ReadonlyMap<string, readonly PatientFact[]>;
  readonly #patientsByIdentity: ReadonlyMap<string, readonly PatientFact[]>;
  readonly #seats: ReadonlyMap<string, readonly SeatFact[]>;
  readonly #guardianships: ReadonlyMap<string, readonly GuardianshipFact[]>;
  readonly #wards: ReadonlyMap<string, readonly GuardianshipFact[]>;
  readonly #elsewhere: ReadonlySet<string>;

  constructor(facts: ImportFacts) {
    this.areas = facts.areas;
    this.#persons = new Map(facts.persons.map(person => [person.key, person]));
    this.#patients = new Map(facts.patients.map(patient => [patient.key, patient]));
    this.#personsByName = groupBy(facts.persons, person => person.name);
    this.#personsByMobile = groupBy(facts.persons, person => person.mobileKey ?? '');
    this.#patientsByName = groupBy(facts.patients, patient => patient.name);
    this.#patientsByIdentity = groupBy(facts.patients, patient => patient.identityKey ?? '');
    this.#seats = groupBy(facts.seats, seat => seat.patientKey);
    this.#guardianships = groupBy(facts.guardianships, one => one.patientKey);
    this.#wards = groupBy(facts.guardianships, one => one.personKey);
    this.#elsewhere = new Set(facts.identitiesElsewhere);
  }

  area(key: string): KnownArea | null {
    return this.areas.find(area => area.key === key) ?? null;
  }

  townshipOf(areaKey: string): string {
    return this.area(areaKey)?.townshipKey ?? '';
  }

  person(key: string): PersonFact | null {
    return this.#persons.get(key) ?? null;
  }

  nameOf(personKey: string): string {
    return this.person(personKey)?.name ?? '';
  }

  personsNamed(name: string): readonly PersonFact[] {
    return this.#personsByName.get(name) ?? [];
  }

  personsWithMobile(mobileKey: string): readonly PersonFact[] {
    return this.#personsByMobile.get(mobileKey) ?? [];
  }

  patientsNamed(name: string): readonly PatientFact[] {
    return this.#patientsByName.get(name) ?? [];
  }

  patientWithIdentity(identityKey: string): PatientFact | null {
    return this.#patientsByIdentity.get(identityKey)?.[0] ?? null;
  }

  isElsewhere(identityKey: string): boolean {
    return this.#elsewhere.has(identityKey);
  }

  /** Persons who hold the seat of the patient. */
  holders(patientKey: string, seat: StaffSeat): readonly string[] {
    return (this.#seats.get(patientKey) ?? []).filter(one => one.seat === seat).map(one => one.personKey);
  }

  guardianships(patientKey: string): readonly GuardianshipFact[] {
    return this.#guardianships.get(patientKey) ?? [];
  }

  /** Whether the person is guardian of a patient of this village. */
  guardsIn(personKey: string, areaKey: string): boolean {
    return (this.#wards.get(personKey) ?? []).some(one => this.#patients.get(one.patientKey)?.areaKey === areaKey);
  }
}
