import type { Actor } from '@guanhu/shared/access/access.terms';
import { reportOnTurn } from '@guanhu/shared/visits/lost-report.rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Lives, type LifeRecord } from '../registry/registry.public.ts';
import { insertLostReport, voidLostReport } from './lost-report.store.ts';

type Turned = Parameters<LifeRecord['follows']>[2];

/** The written report on somebody lost goes along with the life: drafted when it turns so, whoever turns it, and put away when it goes on. */
@Injectable()
export class DraftLostReport implements OnModuleInit {
  readonly #lives: Lives;
  readonly #offices: AskOffices;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(lives: Lives, offices: AskOffices, audit: Audit, clock: Clock) {
    this.#lives = lives;
    this.#offices = offices;
    this.#audit = audit;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#lives.recordedIn({ allows: () => Promise.resolve(), follows: (tx, actor, turn) => this.#follows(tx, actor, turn) });
  }

  async #follows(tx: Tx, actor: Actor, { patientId, turnId, visitId, to }: Turned): Promise<void> {
    const report = reportOnTurn({ to, byVisit: visitId !== null });
    if (report === 'draft') await this.#draft(tx, actor, { patientId, turnId });
    if (report !== 'void') return;
    const objectId = await voidLostReport(tx, patientId);
    if (objectId !== undefined)
      await this.#audit.deed(tx, { actor, act: 'visits:lost-report-void', objectKind: 'lost-report', objectId, patientId });
  }

  async #draft(tx: Tx, actor: Actor, { patientId, turnId }: Pick<Turned, 'patientId' | 'turnId'>): Promise<void> {
    const facts = { patientId, turnId, on: this.#clock.today(), now: this.#clock.now() };
    const objectId = await insertLostReport(tx, facts);
    if (objectId === undefined) return;
    await this.#audit.deed(tx, { actor, act: 'visits:lost', objectKind: 'lost-report', objectId, patientId });
    await this.#offices.run(tx, {
      key: `lost-report:${objectId}`,
      patientId,
      permission: 'lost-report:issue',
      except: [actor.personId],
    });
  }
}
