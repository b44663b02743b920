import type { ApplicationState, Department } from '@guanhu/shared/agreements/application.terms';
import { DEPARTMENT_KEYS } from '@guanhu/shared/agreements/application.terms';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RemindPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { STAGE_PERMISSIONS } from './applications.ts';

/** The seat of the patient's team that is asked for the department's opinion; whoever else holds the post finds it in the list. */
const SEATS: Readonly<Record<Department, StaffSeat>> = {
  village: 'lead',
  health: 'doctor',
  police: 'police',
  civilAffairs: 'civilAffairs',
  disabledFederation: 'rehabCoordinator',
};
/** What a family is told of: the rest goes on without it. */
const FOR_THE_FAMILY: readonly ApplicationState[] = ['approved', 'returned', 'refused', 'closed'];

export type News = {
  readonly id: Id;
  readonly patientId: Id;
  readonly guardianId: Id;
  readonly round: number;
  readonly version: number;
  readonly state: ApplicationState;
  readonly dueOn: CalendarDate | null;
};

type Whose = Pick<News, 'id' | 'patientId' | 'guardianId'>;

/** Whoever has something to do about an application hears of it: the team by tasks, offices and the family by messages that say nothing. */
@Injectable()
export class TellOfApplication {
  readonly #agenda: Agenda;
  readonly #offices: AskOffices;
  readonly #outbox: Outbox;

  constructor(agenda: Agenda, offices: AskOffices, outbox: Outbox) {
    this.#agenda = agenda;
    this.#offices = offices;
    this.#outbox = outbox;
  }

  /** An application has come to `news.state`. @param by who brought it there: their task is done, the others' are taken back */
  async moved(tx: Tx, news: News, by: Id): Promise<void> {
    const { id, patientId, round, state, dueOn } = news;
    if (state === 'townshipReview') await this.#agenda.finishAfter(tx, { kind: 'applicationReview', causeId: id, by });
    else await this.#agenda.cancelAfter(tx, { kind: 'applicationReview', causeId: id });
    await this.#agenda.cancelAfter(tx, { kind: 'applicationOpinion', causeId: id });
    if (state === 'villageReview' && dueOn)
      await this.#agenda.openAfter(tx, { kind: 'applicationReview', patientId, causeId: id, part: String(round), seats: ['lead'], dueOn });
    if (state === 'townshipReview' && dueOn)
      for (const department of DEPARTMENT_KEYS)
        await this.#agenda.openAfter(tx, {
          kind: 'applicationOpinion',
          patientId,
          causeId: id,
          part: partOf(department, round),
          seats: [SEATS[department]],
          dueOn,
        });
    if (state === 'countyApproval') await this.#ask(tx, news, STAGE_PERMISSIONS.countyApproval);
    if (state === 'objected') await this.#ask(tx, news, 'application:answer');
    if (state === 'approved') await this.#ask(tx, news, 'agreement:draft');
    if (FOR_THE_FAMILY.includes(state)) await this.#tellFamily(tx, news);
  }

  /** A department has been heard. `all`: none is missing any more, the township can conclude. */
  async heard(tx: Tx, news: News, department: Department, by: Id, all: boolean): Promise<void> {
    await this.#agenda.finishAfter(tx, { kind: 'applicationOpinion', causeId: news.id, part: partOf(department, news.round), by });
    if (all) await this.#ask(tx, news, STAGE_PERMISSIONS.townshipReview);
  }

  /** Somebody else answers the family's objection from now on: the family reads whom. */
  officerNamed(tx: Tx, whose: Whose, officerId: Id): Promise<void> {
    return this.#notice(tx, whose, `application-officer:${whose.id}:${officerId}`);
  }

  #ask(tx: Tx, news: News, permission: Parameters<AskOffices['run']>[1]['permission']): Promise<void> {
    const key = `application:${news.id}:${String(news.version)}`;
    return this.#offices.run(tx, { key, patientId: news.patientId, permission, except: [] });
  }

  async #tellFamily(tx: Tx, { id, version, patientId, guardianId }: News): Promise<void> {
    await this.#notice(tx, { id, patientId, guardianId }, `application:${id}:${String(version)}`);
  }

  #notice(tx: Tx, { id, patientId, guardianId }: Whose, key: string): Promise<void> {
    const payload = { purpose: 'notice', opens: 'application', personId: guardianId, patientId, objectId: id } satisfies RemindPayload;
    return this.#outbox.put(tx, { kind: 'remind', key, payload });
  }
}

const partOf = (department: Department, round: number): string => `${department}:${String(round)}`;
