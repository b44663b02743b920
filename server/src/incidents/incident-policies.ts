import type { Id } from '@guanhu/shared/kernel/ids';
import type { IncidentPolicy } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';

/** Whom an incident is told to, where the patient lives or, of somebody without a file, where it happens. */
@Injectable()
export class IncidentPolicies {
  readonly #policies: Policies;
  readonly #places: Places;
  readonly #clock: Clock;

  constructor(policies: Policies, places: Places, clock: Clock) {
    this.#policies = policies;
    this.#places = places;
    this.#clock = clock;
  }

  async inForce(reader: Reader, where: { patientId: Id | null; areaId: Id | null }): Promise<IncidentPolicy> {
    const { patientId, areaId } = where;
    // County, township, village: the second is the township.
    const townshipId = patientId === null && areaId !== null ? (await this.#places.pathOf(reader, areaId))[1] : undefined;
    const whose = patientId !== null ? { patientId } : townshipId === undefined ? 'county' : { townshipId };
    return this.#policies.inForce(reader, 'incident', this.#clock.today(), whose);
  }
}
