import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ConsentRecorded, RecordConsentBody } from '@guanhu/shared/registry/consent.contract';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Consents } from '../registry/registry.public.ts';
import { Teams } from './teams.ts';

/** The office or the doctor records what was decided about community management. */
@Injectable()
export class RecordConsent {
  readonly #teams: Teams;
  readonly #consents: Consents;

  constructor(teams: Teams, consents: Consents) {
    this.#teams = teams;
    this.#consents = consents;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, body: RecordConsentBody): Promise<ConsentRecorded> {
    await this.#teams.requireFor(tx, actor, 'consent:record', patientId);
    return this.#consents.record(tx, actor, patientId, body);
  }
}
