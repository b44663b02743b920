import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Planning } from '../agenda/agenda.public.ts';
import { Cron } from '../platform/cron.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { PlanRollCall } from './plan-roll-call.ts';

@Injectable()
export class SpecialPeriodEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #handlers: OutboxHandlers;
  readonly #planning: Planning;
  readonly #plan: PlanRollCall;

  constructor(cron: Cron, handlers: OutboxHandlers, planning: Planning, plan: PlanRollCall) {
    this.#cron = cron;
    this.#handlers = handlers;
    this.#planning = planning;
    this.#plan = plan;
  }

  onModuleInit(): void {
    this.#planning.beforeVisits((tx, day, part) => this.#plan.members(tx, day, part));
    this.#planning.add((tx, day, part) => this.#plan.tasks(tx, day, part));
    this.#handlers.on('band-changed', ({ countyId, payload }) => this.#plan.ofPatient(countyId, String(payload['patientId'])));
    this.#cron.every('*/5 * * * *', 'roll-call-missing', countyId => this.#plan.missing(countyId), { atStart: true });
  }
}
