import type { ObjectionLevel } from '@guanhu/shared/appraisal/appraisal.terms';
import type { AppraisalObjection } from '@guanhu/shared/appraisal/appraisal.contract';
import { officerInTurn } from '@guanhu/shared/agreements/reminding.rules';
import { mayObject, type MayObject } from '@guanhu/shared/appraisal/objection.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { addWorkingDays } from '@guanhu/shared/policy/working-days.rules';
import { ROLES, type Role } from '@guanhu/shared/access/access.terms';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import type { AppraisalRow } from './appraisal.store.ts';
import type { ObjectionRow } from './objection.store.ts';

/** Who answers at each level, whoever of them had no part in the decision. */
const OFFICERS = {
  township: ['townshipLead', 'socialAffairsOfficer'],
  county: ['administrator'],
} as const satisfies Record<ObjectionLevel, readonly Role[]>;

/** What every act on an objection needs to know: by when it is answered and by whom, and who is told. */
@Injectable()
export class Objections {
  readonly #people: People;
  readonly #policies: Policies;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(people: People, policies: Policies, outbox: Outbox, clock: Clock) {
    this.#people = people;
    this.#policies = policies;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** Which level an objection of that day to each of these periods goes to, and until when; null where none is possible. */
  async possible(
    reader: Reader,
    rows: readonly AppraisalRow[],
    objections: readonly ObjectionRow[],
    on = this.#clock.today(),
  ): Promise<ReadonlyMap<Id, MayObject | null>> {
    const today = this.#clock.today();
    const found = new Map<Id, MayObject | null>();
    for (const row of rows) {
      const townshipId = row.area_path[1];
      const whose = townshipId === undefined ? 'county' : { townshipId };
      const { lateObjectionDays } = await this.#policies.inForce(reader, 'reward', today, whose);
      const of = { state: row.state, fullFen: row.full_fen, decidedFen: row.decided_fen, effectiveOn: row.effective_on };
      found.set(row.id, mayObject(of, objections.findLast(each => each.appraisalId === row.id) ?? null, lateObjectionDays, on));
    }
    return found;
  }

  /** The day by which an objection that comes today is answered. */
  async dueOn(reader: Reader, areaPath: readonly Id[]): Promise<CalendarDate> {
    const today = this.#clock.today();
    const townshipId = areaPath[1];
    const { objectionAnswerDays } = await this.#policies.inForce(
      reader,
      'reward',
      today,
      townshipId === undefined ? 'county' : { townshipId },
    );
    return addWorkingDays(await this.#policies.inForce(reader, 'calendar', today, 'county'), today, objectionAnswerDays);
  }

  /** The officer named at this turn, 0 for the first: never one of `besides`. Null while nobody else holds the office. */
  async officer(reader: Reader, level: ObjectionLevel, areaPath: readonly Id[], besides: readonly Id[], turn = 0): Promise<Id | null> {
    const roles: readonly Role[] = OFFICERS[level];
    const holders = await this.#people.holders(reader, roles, areaPath);
    const free = holders.filter(({ personId }) => !besides.includes(personId));
    const inOrder = roles.flatMap(role => free.filter(each => each.role === role));
    return officerInTurn([...new Set(inOrder.map(({ personId }) => personId))], turn);
  }

  /** The officer hears that something waits; about what, the desk says. */
  async tellOfficer(tx: Tx, objection: { id: Id; patientId: Id; officerId: Id | null }): Promise<void> {
    if (objection.officerId === null) return;
    const payload = { personId: objection.officerId, nearPatientId: objection.patientId };
    await this.#outbox.put(tx, { kind: 'review-asked', key: `objection:${objection.id}:${objection.officerId}`, payload });
  }

  /** The guardian hears that there is something to look at; what, the passbook says in plain words. */
  tellGuardian(tx: Tx, row: Pick<AppraisalRow, 'id' | 'guardian_id' | 'patient_id'>, what: string): Promise<void> {
    const payload = { purpose: 'notice', personId: row.guardian_id, patientId: row.patient_id, objectId: row.id } as const;
    return this.#outbox.put(tx, { kind: 'remind', key: `appraisal:${row.id}:${what}`, payload });
  }

  /** As whoever objected, and the team, see objections. */
  async shown(reader: Reader, rows: readonly ObjectionRow[]): Promise<AppraisalObjection[]> {
    const people = await this.#people.contacts(
      reader,
      rows.flatMap(row => [row.madeBy, row.officerId, row.answeredBy].filter(id => id !== null)),
    );
    const name = (id: Id | null) => (id === null ? null : (people.get(id)?.name ?? ''));
    return rows.map(row => ({
      id: row.id,
      level: row.level,
      way: row.way,
      state: row.state,
      words: row.words,
      hasVoice: row.voiceId !== null,
      madeBy: name(row.madeBy) ?? '',
      at: row.at.toISOString(),
      dueOn: row.dueOn,
      officer: row.officerId === null ? null : `${name(row.officerId) ?? ''}（${OFFICE_WORDS[row.level]}）`,
      answer:
        row.reasons === null || row.answeredAt === null
          ? null
          : { by: name(row.answeredBy) ?? '', at: row.answeredAt.toISOString(), reasons: row.reasons },
    }));
  }
}

const OFFICE_WORDS: Readonly<Record<ObjectionLevel, string>> = { township: '乡镇', county: ROLES.administrator };
