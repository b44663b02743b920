import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ProposeTransferBody, TransferProposed } from '@guanhu/shared/transfers/transfers.contract';
import { decideTransfer } from '@guanhu/shared/transfers/transfer-life.rules';
import { Injectable } from '@nestjs/common';
import { Counties, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Files } from '../registry/registry.public.ts';
import { EndTransfer } from './end-transfer.ts';
import { insertOut, readOut, readProposed } from './transfer-out.store.ts';

type Destination = { readonly kind: string; readonly place: string };

/** The old county proposes a handover, or takes it back. Nothing else changes: it stays responsible until it has released the patient. */
@Injectable()
export class ProposeTransfer {
  readonly #database: Database;
  readonly #counties: Counties;
  readonly #places: Places;
  readonly #teams: Teams;
  readonly #files: Files;
  readonly #end: EndTransfer;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(
    database: Database,
    counties: Counties,
    places: Places,
    teams: Teams,
    files: Files,
    end: EndTransfer,
    vaults: Vaults,
    audit: Audit,
    outbox: Outbox,
    clock: Clock,
  ) {
    this.#database = database;
    this.#counties = counties;
    this.#places = places;
    this.#teams = teams;
    this.#files = files;
    this.#end = end;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** @throws Refusal TRANSFER_ALREADY_WAITING, TRANSFER_DESTINATION_NOT_FITTING, PATIENT_STATE_NOT_ALLOWED, INPUT_INVALID */
  async propose(tx: Tx, actor: Actor, patientId: Id, body: ProposeTransferBody, to: Destination | undefined): Promise<TransferProposed> {
    await this.#teams.requireFor(tx, actor, 'patient:move', patientId);
    const { transferId, toCountyId: toCounty, toTownshipId: toTownship, reason } = body;
    const { state } = await this.#files.lock(tx, patientId);
    const vault = await this.#vaults.of(tx.countyId);
    const waits = (await readProposed(tx, vault, patientId)) !== undefined;
    unwrap(decideTransfer({ state, fromCounty: tx.countyId, toCounty, to, waits }));
    const proposed = { proposedBy: actor.personId, proposedSession: actor.sessionId, proposedAt: this.#clock.now() };
    const row = { id: transferId, patientId, toCounty, toTownship, toPlace: to?.place ?? '', reason, ...proposed };
    if (!(await insertOut(tx, vault, row))) throw new Refusal('INPUT_INVALID', ['body.transferId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'transfers:proposed',
      objectKind: 'transfer',
      objectId: transferId,
      patientId,
      facts: { toCounty, toTownship },
    });
    await this.#outbox.put(tx, { kind: 'transfer-offered', key: transferId, payload: { transferId } });
    return { transferId, state: 'proposed', version: 1 };
  }

  /** @throws Refusal TRANSFER_NOT_WAITING, STALE */
  async withdraw(tx: Tx, actor: Actor, transferId: Id, version: number): Promise<TransferProposed> {
    const row = await readOut(tx, await this.#vaults.of(tx.countyId), transferId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'patient:move', row.patientId);
    if (row.version !== version) throw new Refusal('STALE');
    return this.#end.run(tx, actor, row, 'withdraw');
  }

  /** The area that was chosen in the other county, looked up before the transaction begins in this one; areas are nobody's secret. */
  async destination({ toCountyId, toTownshipId }: ProposeTransferBody): Promise<Destination | undefined> {
    const county = await this.#counties.find(toCountyId);
    if (!county) return undefined;
    const { rows } = await this.#places.areas(this.#database.county(toCountyId));
    const area = rows.find(one => one.areaId === toTownshipId);
    return area && { kind: area.kind, place: `${county.name}${area.name}` };
  }
}
