import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { onAcceptance } from '@guanhu/shared/transfers/transfer-life.rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Files, Lives } from '../registry/registry.public.ts';
import { EndTransfer } from './end-transfer.ts';
import { TellOffices } from './tell-offices.ts';
import { readIn, type InRow } from './transfer-in.store.ts';
import { readOut, type OutRow } from './transfer-out.store.ts';

/** The old county hears the answer of the new one. With a yes it releases the patient: from that commit on the new county is responsible. */
@Injectable()
export class HearAnswer {
  readonly #database: Database;
  readonly #files: Files;
  readonly #lives: Lives;
  readonly #end: EndTransfer;
  readonly #tell: TellOffices;
  readonly #vaults: Vaults;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(
    database: Database,
    files: Files,
    lives: Lives,
    end: EndTransfer,
    tell: TellOffices,
    vaults: Vaults,
    outbox: Outbox,
    clock: Clock,
  ) {
    this.#database = database;
    this.#files = files;
    this.#lives = lives;
    this.#end = end;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async accepted(toCounty: CountyId, transferId: Id): Promise<void> {
    const { fromCounty, fromPatientId: patientId } = await this.#answered(toCounty, transferId);
    await this.#database.county(fromCounty).inTransaction(async tx => {
      // The patient first, as everywhere: a turn of the life that comes at the same moment waits, and then finds the row decided.
      const { state: left } = await this.#files.lock(tx, patientId);
      const row = await this.#own(tx, transferId);
      const act = onAcceptance(row.state, left);
      if (act === 'nothing') return;
      await this.#end.run(tx, 'system', row, act);
      await this.#tell.ofPatient(tx, transferId, act, patientId);
      if (act === 'withdraw') return;
      const facts = { reason: '跨县移交，外县已接收', place: row.toPlace };
      await this.#lives.change(tx, proposer(tx, row), patientId, { from: left, to: 'movedOut', on: this.#clock.today(), facts });
      await this.#outbox.put(tx, { kind: 'transfer-released', key: transferId, payload: { transferId, left } });
    });
  }

  async rejected(toCounty: CountyId, transferId: Id): Promise<void> {
    const { fromCounty, answer } = await this.#answered(toCounty, transferId);
    await this.#database.county(fromCounty).inTransaction(async tx => {
      const row = await this.#own(tx, transferId);
      if (row.state !== 'proposed') return;
      await this.#end.run(tx, 'system', row, 'reject', answer);
      await this.#tell.ofPatient(tx, transferId, 'rejected', row.patientId);
    });
  }

  async #answered(toCounty: CountyId, transferId: Id): Promise<InRow> {
    const row = await readIn(this.#database.county(toCounty), await this.#vaults.of(toCounty), transferId);
    if (!row) throw new Error('an answer without its question');
    return row;
  }

  async #own(tx: Tx, transferId: Id): Promise<OutRow> {
    const row = await readOut(tx, await this.#vaults.of(tx.countyId), transferId);
    if (!row) throw new Error('a handover that vanished');
    return row;
  }
}

/** The release is what somebody proposed: it stands under their name, in the session in which they did. */
const proposer = ({ countyId }: Tx, { proposedBy, proposedSession }: OutRow): Actor => ({
  countyId,
  personId: proposedBy,
  sessionId: proposedSession,
  channel: 'desk',
  posts: [],
});
