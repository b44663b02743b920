import type { CountyId } from '@guanhu/shared/kernel/ids';
import { isMeetingInSight, nextMeetingBy } from '@guanhu/shared/meetings/meeting-cycle.rules';
import { guideOf } from '@guanhu/shared/outreach/guidance.rules';
import { inTownship } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readLastGuidance } from './activity.store.ts';

/** 00:25 in China, after the plan of the day. */
const DAILY = '25 16 * * *';

/** Every township is to be guided once in each part of the year: who guides is asked for it in time, by the end of that part. Safe to repeat. */
@Injectable()
export class RemindOfGuidance implements OnModuleInit {
  readonly #database: Database;
  readonly #people: People;
  readonly #places: Places;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #clock: Clock;
  readonly #cron: Cron;

  constructor(database: Database, people: People, places: Places, agenda: Agenda, policies: Policies, clock: Clock, cron: Cron) {
    this.#database = database;
    this.#people = people;
    this.#places = places;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#clock = clock;
    this.#cron = cron;
  }

  onModuleInit(): void {
    this.#cron.every(DAILY, 'guidance-due', countyId => this.run(countyId), { atStart: true });
  }

  run(countyId: CountyId): Promise<void> {
    const today = this.#clock.today();
    return this.#database.county(countyId).inTransaction(async tx => {
      const areas = (await this.#places.areas(tx)).rows;
      const townships = areas.filter(area => area.kind === 'township').map(area => area.areaId);
      const countyAreaId = areas.find(area => area.kind === 'county')?.areaId ?? '';
      const spread = await this.#policies.spread(tx, 'guidance', today);
      const last = await readLastGuidance(tx, townships);
      const posts = await this.#people.postsIn(tx, [countyAreaId, ...townships]);
      for (const causeId of townships) {
        const { policy } = inTownship(spread, causeId);
        const period = nextMeetingBy(last.get(causeId) ?? null, today, policy);
        if (!isMeetingInSight(period, today, policy)) continue;
        const task = { kind: 'guidance', causeId, assigneeId: guideOf(posts, countyAreaId, causeId) } as const;
        await this.#agenda.openNamed(tx, { ...task, part: period.to, dueOn: period.to });
        // Whoever guides today: posts end.
        await this.#agenda.giveNamed(tx, task);
      }
    });
  }
}
