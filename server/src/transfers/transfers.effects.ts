import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { erasePackagesBefore, mayPassOn } from '@guanhu/shared/transfers/transfer-life.rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Cron } from '../platform/cron.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { OutboxHandlers, type Job } from '../platform/outbox/outbox.ts';
import { Lives } from '../registry/registry.public.ts';
import { DeliverTransfer } from './deliver-transfer.ts';
import { EndTransfer } from './end-transfer.ts';
import { HearAnswer } from './hear-answer.ts';
import { TakeOver } from './take-over.ts';
import { TellOffices } from './tell-offices.ts';
import { erasePackages } from './transfer-in.store.ts';
import { readProposed } from './transfer-out.store.ts';

const transferOf = ({ payload }: Job): Id => String(payload['transferId']);

/** The steps between two counties, each promised by the one and kept in the other; a life that turns meanwhile; and what is erased in time. */
@Injectable()
export class TransfersEffects implements OnModuleInit {
  readonly #handlers: OutboxHandlers;
  readonly #cron: Cron;
  readonly #lives: Lives;
  readonly #deliver: DeliverTransfer;
  readonly #hear: HearAnswer;
  readonly #takeOver: TakeOver;
  readonly #end: EndTransfer;
  readonly #tell: TellOffices;
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(
    handlers: OutboxHandlers,
    cron: Cron,
    lives: Lives,
    deliver: DeliverTransfer,
    hear: HearAnswer,
    takeOver: TakeOver,
    end: EndTransfer,
    tell: TellOffices,
    database: Database,
    vaults: Vaults,
    clock: Clock,
  ) {
    this.#handlers = handlers;
    this.#cron = cron;
    this.#lives = lives;
    this.#deliver = deliver;
    this.#hear = hear;
    this.#takeOver = takeOver;
    this.#end = end;
    this.#tell = tell;
    this.#database = database;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  onModuleInit(): void {
    // Promised by the county that the patient leaves.
    this.#handlers.on('transfer-offered', job => this.#deliver.offered(job.countyId, transferOf(job)));
    this.#handlers.on('transfer-withdrawn', job => this.#deliver.withdrawn(job.countyId, transferOf(job)));
    this.#handlers.on('transfer-released', job =>
      this.#takeOver.run(job.countyId, transferOf(job), String(job.payload['left']) as PatientState),
    );
    // Promised by the county that the patient comes to.
    this.#handlers.on('transfer-accepted', job => this.#hear.accepted(job.countyId, transferOf(job)));
    this.#handlers.on('transfer-rejected', job => this.#hear.rejected(job.countyId, transferOf(job)));
    this.#lives.recordedIn({
      allows: () => Promise.resolve(),
      follows: (tx, actor, { patientId, to }) => this.#follow(tx, actor, patientId, to),
    });
    this.#cron.every('20 16 * * *', 'erase-transfer-packages', countyId =>
      this.#database.county(countyId).inTransaction(tx => erasePackages(tx, erasePackagesBefore(this.#clock.today()))),
    );
  }

  /** Somebody who died, is in hospital or is looked for cannot pass on: the other county hears of it at once. */
  async #follow(tx: Tx, actor: Actor, patientId: Id, to: PatientState): Promise<void> {
    if (mayPassOn(to)) return;
    const row = await readProposed(tx, await this.#vaults.of(tx.countyId), patientId);
    if (!row) return;
    await this.#end.run(tx, actor, row, 'withdraw');
    await this.#tell.ofPatient(tx, row.id, 'withdraw', patientId);
  }
}
