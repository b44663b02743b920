import { createHash } from 'node:crypto';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { OFF_LIST } from '@guanhu/shared/care-team/roster.rules';
import { SEATS, type Seat } from '@guanhu/shared/care-team/seats.terms';
import type { ExportedList, ExportListBody } from '@guanhu/shared/intake/list-export.contract';
import { responsibilitySheet, type ListedTeam } from '@guanhu/shared/intake/responsibility-sheet.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places, StepUps } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { Patients } from '../registry/registry.public.ts';

const OFF: ReadonlySet<string> = new Set(OFF_LIST);

/** A township's responsibility list as it stands today. The phone is asked first, the file says who took it, the audit keeps its digest. */
@Injectable()
export class ExportList {
  readonly #database: Database;
  readonly #access: Access;
  readonly #stepUps: StepUps;
  readonly #places: Places;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #teams: Teams;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    stepUps: StepUps,
    places: Places,
    people: People,
    patients: Patients,
    teams: Teams,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#stepUps = stepUps;
    this.#places = places;
    this.#people = people;
    this.#patients = patients;
    this.#teams = teams;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STEP_UP_NEEDED */
  run(actor: Actor, { townshipId, stepUpTicket }: ExportListBody): Promise<ExportedList> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      const areaPath = await this.#places.pathOf(tx, townshipId);
      this.#access.require(actor, 'list:export', { countyId: tx.countyId, areaPath });
      await this.#stepUps.consume(tx, actor, stepUpTicket, 'data:export', townshipId);
      const { townshipName, teams, patientIds } = await this.#facts(tx, townshipId);
      const exportId = newId();
      const workbook = writeWorkbook(responsibilitySheet(townshipName, teams), await this.#mark(tx, actor, exportId));
      await this.#audit.read(tx, { actor, what: 'list-export', patientIds });
      await this.#audit.deed(tx, {
        actor,
        act: 'intake:list-exported',
        objectKind: 'export',
        objectId: exportId,
        facts: { townshipId, patients: teams.length, sha256: createHash('sha256').update(workbook).digest('hex') },
      });
      const fileName = `${townshipName}责任清单${this.#clock.today()}.xlsx`;
      return { exportId, fileName, workbook: workbook.toString('base64'), patients: teams.length };
    });
  }

  /** Who exported it, when, and what the audit knows it by. */
  async #mark(reader: Reader, actor: Actor, exportId: Id): Promise<string> {
    const name = (await this.#people.contacts(reader, [actor.personId])).get(actor.personId)?.name ?? '';
    const at = new Date(this.#clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    return `内部资料 不得外传\u3000导出人 ${name}\u3000${at}\u3000编号 ${exportId}`;
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
