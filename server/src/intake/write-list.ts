import { OFF_LIST } from '@guanhu/shared/care-team/roster.rules';
import { SEATS, type Seat } from '@guanhu/shared/care-team/seats.terms';
import { responsibilitySheet, type ListedTeam } from '@guanhu/shared/intake/responsibility-sheet.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import type { Reader } from '../platform/database/database.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { Patients } from '../registry/registry.public.ts';

const OFF: ReadonlySet<string> = new Set(OFF_LIST);

/** A township's responsibility list as it stands today, in the layout in which it is imported. Whoever hands it out asks whether they may. */
@Injectable()
export class WriteList {
  readonly #places: Places;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #teams: Teams;

  constructor(places: Places, people: People, patients: Patients, teams: Teams) {
    this.#places = places;
    this.#people = people;
    this.#patients = patients;
    this.#teams = teams;
  }

  /** The mark stands in the printed head and foot of every page: a row of its own would be imported as a patient. */
  async run(reader: Reader, townshipId: Id, mark: string): Promise<{ workbook: Buffer; patientIds: Id[] }> {
    const { townshipName, teams, patientIds } = await this.#facts(reader, townshipId);
    return { workbook: writeWorkbook(responsibilitySheet(townshipName, teams), mark), patientIds };
  }

  /** Village by village in the order of their codes, within one the oldest file first. */
  async #facts(reader: Reader, townshipId: Id): Promise<{ townshipName: string; teams: ListedTeam[]; patientIds: Id[] }> {
    const { rows } = await this.#places.areas(reader);
    const villages = rows.filter(area => area.parentId === townshipId).sort((a, b) => (a.code < b.code ? -1 : 1));
    const order = new Map(villages.map((village, at) => [village.areaId, at]));
    const files = (await this.#patients.ofVillages(reader, [...order.keys()]))
      .filter(file => !OFF.has(file.state))
      .sort((a, b) => (order.get(a.villageId) ?? 0) - (order.get(b.villageId) ?? 0) || (a.id < b.id ? -1 : 1));
    const patientIds = files.map(file => file.id);
    const seats = await this.#teams.seats(reader, patientIds);
    const guardians = await this.#patients.guardians(reader, patientIds);
    const held = [...seats, ...guardians.map(one => ({ ...one, post: 'guardian' as const }))];
    const contacts = await this.#people.contacts(
      reader,
      held.map(one => one.personId),
    );
    const named = new Map<string, string[]>();
    for (const { patientId, post, personId } of held) {
      const key = `${patientId}:${post}`;
      named.set(key, [...(named.get(key) ?? []), contacts.get(personId)?.name ?? '']);
    }
    const teams = files.map(({ id, name, villageId }): ListedTeam => ({
      patient: name,
      village: villages[order.get(villageId) ?? 0]?.name ?? '',
      seats: Object.fromEntries(SEATS.map(seat => [seat, named.get(`${id}:${seat}`) ?? []])) as unknown as Record<Seat, readonly string[]>,
    }));
    return { townshipName: rows.find(area => area.areaId === townshipId)?.name ?? '', teams, patientIds };
  }
}
