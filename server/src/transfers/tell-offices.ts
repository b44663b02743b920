import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import type { Tx } from '../platform/database/database.ts';

/** Both sides hear of every turn of a handover by a message that names nobody. */
@Injectable()
export class TellOffices {
  readonly #places: Places;
  readonly #ask: AskOffices;

  constructor(places: Places, ask: AskOffices) {
    this.#places = places;
    this.#ask = ask;
  }

  /** The office that has, or had, the patient: it reads what was answered among its handovers. @param except who has done it */
  ofPatient(tx: Tx, transferId: Id, turn: string, patientId: Id, except: readonly Id[] = []): Promise<void> {
    return this.#ask.run(tx, { key: `transfer:${transferId}:${turn}`, patientId, permission: 'patient:move', except, opens: 'handovers' });
  }

  /** The office of the township that was asked: it looks at the handover, and decides, on the phone too. */
  async ofTownship(tx: Tx, transferId: Id, turn: string, townshipId: Id): Promise<void> {
    const areaPath = await this.#places.pathOf(tx, townshipId);
    const asked = { key: `transfer:${transferId}:${turn}`, patientId: null, areaPath, permission: 'move:decide', except: [] } as const;
    await this.#ask.run(tx, { ...asked, opens: 'transfer', objectId: transferId });
  }
}
