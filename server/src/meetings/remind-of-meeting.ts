import type { CountyId } from '@guanhu/shared/kernel/ids';
import { isMeetingInSight, nextMeetingBy } from '@guanhu/shared/meetings/meeting-cycle.rules';
import { inTownship } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readLastRegular } from './meeting.store.ts';

/** The office of every township is reminded in time of the regular meeting that its part of the year still lacks. */
@Injectable()
export class RemindOfMeeting {
  readonly #database: Database;
  readonly #people: People;
  readonly #places: Places;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(database: Database, people: People, places: Places, agenda: Agenda, policies: Policies, clock: Clock) {
    this.#database = database;
    this.#people = people;
    this.#places = places;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** Run again it changes nothing, but that the task follows whoever holds the office. */
  async run(countyId: CountyId): Promise<void> {
    const today = this.#clock.today();
    await this.#database.county(countyId).inTransaction(async tx => {
      const townships = (await this.#places.areas(tx)).rows.filter(area => area.kind === 'township').map(area => area.areaId);
      const spread = await this.#policies.spread(tx, 'meeting', today);
      const held = await readLastRegular(tx, townships);
      for (const townshipId of townships) {
        const { policy } = inTownship(spread, townshipId);
        const period = nextMeetingBy(held.get(townshipId) ?? null, today, policy);
        if (!isMeetingInSight(period, today, policy)) continue;
        const [officer] = await this.#people.holders(tx, ['socialAffairsOfficer'], await this.#places.pathOf(tx, townshipId));
        const asked = { kind: 'meetingDue', causeId: townshipId, assigneeId: officer?.personId ?? null } as const;
        await this.#agenda.openNamed(tx, { ...asked, part: period.to, dueOn: period.to });
        await this.#agenda.giveNamed(tx, asked);
      }
    });
  }
}
