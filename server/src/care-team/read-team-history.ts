import type { Actor } from '@guanhu/shared/access/access.terms';
import type { TeamHistory } from '@guanhu/shared/care-team/roster.contract';
import { isCalendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { readHistory } from './seat.store.ts';
import { Teams } from './teams.ts';

/** Who sat on a patient's team, from when to when. */
@Injectable()
export class ReadTeamHistory {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, teams: Teams, people: People, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#teams = teams;
    this.#people = people;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, patientId: Id, { after, limit }: { after?: string | undefined; limit: number }): Promise<TeamHistory> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'patient:read', patientId);
    const { shown, last } = pageOf(await readHistory(county, patientId, after === undefined ? null : keyOf(after), limit + 1), limit);
    const contacts = await this.#people.contacts(
      county,
      shown.map(row => row.personId),
    );
    await this.#audit.read(county, { actor, what: 'team-history', patientIds: [patientId] });
    const today = this.#clock.today();
    return {
      rows: shown.map(({ seat, personId, since, until }) => ({
        seat,
        personId,
        name: contacts.get(personId)?.name ?? '',
        since,
        until,
        timing: since > today ? 'ahead' : until !== null && until < today ? 'over' : 'now',
      })),
      next: last ? `${last.since}_${last.id}` : null,
    };
  }
}

/** Where the page before ended. @throws Refusal INPUT_INVALID */
function keyOf(after: string): { since: CalendarDate; id: Id } {
  const [since = '', id = ''] = after.split('_');
  if (!isCalendarDate(since) || !isId(id)) throw new Refusal('INPUT_INVALID', ['query.after']);
  return { since, id };
}
