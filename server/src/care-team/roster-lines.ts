import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { maybeSamePerson, mismatchKey } from '@guanhu/shared/care-team/roster.rules';
import { ACTS_OF, MISMATCH_KIND_KEYS, type MismatchKind } from '@guanhu/shared/care-team/roster.terms';
import type { MismatchShown } from '@guanhu/shared/care-team/roster.contract';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Places, Staff, type StaffMember } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { readExceptions } from './exception.store.ts';
import { Grounds } from './grounds.ts';
import { countPatientsOf, readRosterLines } from './seat.store.ts';

/** One disagreement of roster and list; `personIds` as in `MismatchShown.persons`. */
export type Line = {
  readonly key: string;
  readonly kind: MismatchKind;
  readonly townshipId: Id;
  readonly villageId: Id | null;
  readonly seat: StaffSeat | null;
  readonly personIds: readonly Id[];
  /** Whose team it is about; of two spellings only how many. */
  readonly patientIds: readonly Id[];
  readonly patients: number;
};

/** Compares who sits where with who holds which post. A township has a few hundred patients; its lines are few. */
@Injectable()
export class RosterLines {
  readonly #vaults: Vaults;
  readonly #staff: Staff;
  readonly #places: Places;
  readonly #grounds: Grounds;
  readonly #clock: Clock;

  constructor(vaults: Vaults, staff: Staff, places: Places, grounds: Grounds, clock: Clock) {
    this.#vaults = vaults;
    this.#staff = staff;
    this.#places = places;
    this.#grounds = grounds;
    this.#clock = clock;
  }

  /** Everything that does not agree in these areas, ordered by kind and key. */
  async of(reader: Reader, areas: readonly Id[]): Promise<Line[]> {
    const townshipOf = await this.#grounds.townships(reader);
    const seats = (await readRosterLines(reader, areas, this.#clock.today())).map((row): Line => {
      const { kind, villageId, seat, personId, patientIds } = row;
      const about = kind === 'vacant' ? { kind, villageId, seat } : { kind, villageId, seat, personId: personId ?? '' };
      return {
        key: mismatchKey(about),
        kind,
        townshipId: townshipOf(villageId) ?? villageId,
        villageId,
        seat,
        personIds: personId === null ? [] : [personId],
        patientIds,
        patients: patientIds.length,
      };
    });
    const rank = (line: Line) => MISMATCH_KIND_KEYS.indexOf(line.kind);
    return [...seats, ...(await this.#spellings(reader, areas))].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
  }

  /** The lines with names, the reasons of those that are kept, and what can be done. */
  async show(reader: Reader, lines: readonly Line[]): Promise<MismatchShown[]> {
    const vault = await this.#vaults.of(reader.countyId);
    const exceptions = await readExceptions(reader, vault, [...new Set(lines.map(line => line.townshipId))]);
    const persons = await this.#staff.shown(reader, [...lines.flatMap(line => line.personIds), ...exceptions.map(one => one.by)]);
    const areas = await this.#places.areas(reader);
    return lines.map(line => {
      const kept = exceptions.find(one => one.key === line.key);
      return {
        key: line.key,
        kind: line.kind,
        villageName: areas.rows.find(area => area.areaId === line.villageId)?.name ?? null,
        seat: line.seat,
        persons: line.personIds.flatMap(id => persons.get(id) ?? []).map(person => ({ ...person, posts: [...person.posts] })),
        patients: line.patients,
        acts: [...ACTS_OF[line.kind]],
        kept: kept === undefined ? null : { reason: kept.reason, by: persons.get(kept.by)?.name ?? '', on: dayOf(kept.at) },
      };
    });
  }

  /** Keys of what somebody decided to leave as it is. */
  async kept(reader: Reader, lines: readonly Line[]): Promise<ReadonlySet<string>> {
    const vault = await this.#vaults.of(reader.countyId);
    const rows = await readExceptions(reader, vault, [...new Set(lines.map(line => line.townshipId))]);
    return new Set(rows.map(row => row.key));
  }

  /** Staff of one township whose names may be one person's. Two different telephones are two persons. */
  async #spellings(reader: Reader, areas: readonly Id[]): Promise<Line[]> {
    const townshipOf = await this.#grounds.townships(reader);
    const townships = [...new Set(areas.flatMap(area => townshipOf(area) ?? []))];
    const lines: Line[] = [];
    for (const townshipId of townships) {
      const staff = [...(await this.#staff.shown(reader, await this.#staff.idsWithin(reader, [townshipId]))).values()];
      const pairs = staff.flatMap((one, at) =>
        staff.slice(at + 1).flatMap(other => (alike(one, other) ? [[one.personId, other.personId] as const] : [])),
      );
      if (pairs.length === 0) continue;
      const counts = await countPatientsOf(reader, pairs.flat(), this.#clock.today());
      for (const persons of pairs)
        lines.push({
          key: mismatchKey({ kind: 'spelling', persons }),
          kind: 'spelling',
          townshipId,
          villageId: null,
          seat: null,
          personIds: persons,
          patientIds: [],
          patients: persons.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
        });
    }
    return lines;
  }
}

const alike = (one: StaffMember, other: StaffMember): boolean =>
  maybeSamePerson(one.name, other.name) && (one.phone === null || other.phone === null || one.phone === other.phone);
