import { SEAT_ROLES, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { ImportFacts, KeyOf, PersonFact, ReadList } from '@guanhu/shared/intake/import.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Standings } from '../assessment/assessment.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';

const STAFF_SEATS = Object.keys(SEAT_ROLES) as readonly StaffSeat[];
const hex = (bytes: Buffer): string => bytes.toString('hex');

/** What the county knows about a township, in the words of the import's rules. */
@Injectable()
export class GatherImportFacts {
  readonly #vaults: Vaults;
  readonly #places: Places;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #teams: Teams;
  readonly #standings: Standings;

  constructor(vaults: Vaults, places: Places, people: People, patients: Patients, teams: Teams, standings: Standings) {
    this.#vaults = vaults;
    this.#places = places;
    this.#people = people;
    this.#patients = patients;
    this.#teams = teams;
    this.#standings = standings;
  }

  /** Numbers are compared by their keyed digests. */
  async keys(reader: Reader): Promise<KeyOf> {
    const vault = await this.#vaults.of(reader.countyId);
    return { identity: number => hex(vault.digest('id-number', number)), mobile: mobile => hex(vault.digest('phone', mobile)) };
  }

  /** Everything current in the township that the file could speak of. */
  async run(reader: Reader, townshipId: Id, list: ReadList): Promise<ImportFacts> {
    const keyOf = await this.keys(reader);
    const { rows } = await this.#places.areas(reader);
    const villages = rows.filter(area => area.parentId === townshipId);
    const villageIds = villages.map(area => area.areaId);
    const patients = await this.#patients.ofVillages(reader, villageIds);
    const patientIds = patients.map(patient => patient.id);
    // One after another: within a transaction all of them share one connection.
    const risks = await this.#standings.risks(reader, patientIds);
    const seats = await this.#teams.seats(reader, patientIds);
    const guardianships = await this.#patients.guardians(reader, patientIds);
    const posts = await this.#people.postsIn(reader, [townshipId, ...villageIds]);
    const personIds = [...new Set([...seats, ...guardianships, ...posts].map(one => one.personId))];
    const contacts = await this.#people.contacts(reader, personIds);
    const persons = personIds.flatMap((personId): PersonFact[] => {
      const contact = contacts.get(personId);
      if (!contact) return [];
      const serves = posts
        .filter(post => post.personId === personId)
        .flatMap(post => servedBy(post.role, post.areaId === townshipId ? villageIds : [post.areaId]));
      return [{ key: personId, name: contact.name, mobileKey: contact.phone === null ? null : keyOf.mobile(contact.phone), serves }];
    });
    return {
      areas: villages.map(area => ({ key: area.areaId, name: area.name, townshipKey: townshipId, aliases: area.aliases })),
      patients: patients.map(patient => ({
        key: patient.id,
        name: patient.name,
        areaKey: patient.villageId,
        identityKey: patient.idNumber === null ? null : keyOf.identity(patient.idNumber),
        mobileKey: patient.phone === null ? null : keyOf.mobile(patient.phone),
        diagnosis: patient.diagnosis,
        riskRating: risks.get(patient.id) ?? null,
        state: patient.state,
      })),
      persons,
      seats: seats.map(({ patientId, post, personId }) => ({ patientKey: patientId, seat: post, personKey: personId })),
      guardianships: guardianships.map(({ patientId, personId, relation }) => ({ patientKey: patientId, personKey: personId, relation })),
      identitiesElsewhere: await this.#elsewhere(reader, list, villageIds),
    };
  }

  async #elsewhere(reader: Reader, list: ReadList, villageIds: readonly Id[]): Promise<string[]> {
    const vault = await this.#vaults.of(reader.countyId);
    const digests = list.rows.flatMap(row =>
      row.part === 'details' && row.identityNumber.value !== null ? [vault.digest('id-number', row.identityNumber.value)] : [],
    );
    return (await this.#patients.keysElsewhere(reader, digests, villageIds)).map(hex);
  }
}

const servedBy = (role: string, areaIds: readonly Id[]) =>
  STAFF_SEATS.filter(seat => SEAT_ROLES[seat] === role).flatMap(seat => areaIds.map(areaKey => ({ seat, areaKey })));
