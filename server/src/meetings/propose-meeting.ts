import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { matterTopic } from '@guanhu/shared/meetings/matter-words.rules';
import { nextMeetingBy } from '@guanhu/shared/meetings/meeting-cycle.rules';
import type { MeetingProposal } from '@guanhu/shared/meetings/meetings.contract';
import { MATTER_SOURCE_KEYS } from '@guanhu/shared/meetings/meetings.terms';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readLastRegular } from './meeting.store.ts';
import { Meetings } from './meetings.ts';
import { readMatter } from './open-matters.store.ts';

/** Without a meeting before it, an agenda looks back so far. */
const FIRST_MONTHS = 3;

/** What the next meeting could be about, from what is open; whom to invite, and until when it is held. */
@Injectable()
export class ProposeMeeting {
  readonly #database: Database;
  readonly #meetings: Meetings;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(database: Database, meetings: Meetings, places: Places, policies: Policies, clock: Clock) {
    this.#database = database;
    this.#meetings = meetings;
    this.#places = places;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async run(actor: Actor, townshipId: Id): Promise<MeetingProposal> {
    const county = this.#database.county(actor.countyId);
    await this.#meetings.requireTownship(county, actor, 'meeting:convene', townshipId);
    const today = this.#clock.today();
    const policy = await this.#policies.inForce(county, 'meeting', today, { townshipId });
    const lastRegularOn = (await readLastRegular(county, [townshipId])).get(townshipId) ?? null;
    const since = lastRegularOn === null ? addMonths(today, -FIRST_MONTHS) : addDays(lastRegularOn, 1);
    const matters: MeetingProposal['matters'] = [];
    for (const source of MATTER_SOURCE_KEYS) {
      const counts = await readMatter(county, source, { townshipId, since, today });
      const count = counts.reduce((sum, one) => sum + one.count, 0);
      if (count > 0) matters.push({ source, count, topic: matterTopic(source, counts) });
    }
    const { rows } = await this.#places.organisations(county);
    return {
      townshipId,
      timesAYear: policy.timesAYear,
      dueBy: nextMeetingBy(lastRegularOn, today, policy).to,
      lastRegularOn,
      matters,
      units: rows.filter(one => one.areaId === townshipId).map(({ organisationId, name }) => ({ organisationId, name })),
    };
  }
}
