import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ClueRef, DescribeClueBody } from '@guanhu/shared/screening/clue.contract';
import { isEnded } from '@guanhu/shared/screening/clue.terms';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { describe } from './clue.store.ts';
import { Clues, documentKey } from './clues.ts';

/** Who it is, said better before it is checked: the village knew a nickname, or the clue came from an incident. */
@Injectable()
export class DescribeClue {
  readonly #clues: Clues;
  readonly #vaults: Vaults;

  constructor(clues: Clues, vaults: Vaults) {
    this.#clues = clues;
    this.#vaults = vaults;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, CLUE_ENDED, CLUE_CHECKED, FILE_NOT_RIGHT */
  async run(tx: Tx, actor: Actor, clueId: Id, { version, areaId, whereabouts, person }: DescribeClueBody): Promise<ClueRef> {
    const clue = await this.#clues.lock(tx, actor, 'clue:check', { clueId, version });
    await this.#clues.requireIn(tx, actor, 'clue:check', areaId);
    // What was looked for in the check must be what goes to the psychiatrist.
    if (clue.state !== 'open') throw new Refusal(isEnded(clue.state) ? 'CLUE_ENDED' : 'CLUE_CHECKED');
    const document = documentKey(this.#clues.described(person));
    const told = { yes: clue.told?.yes ?? [], note: clue.told?.note ?? null, person };
    await describe(tx, await this.#vaults.of(tx.countyId), { id: clueId, areaId, whereabouts, told, document });
    await this.#clues.note(tx, actor, 'screening:clue-described', clueId);
    return { clueId, state: clue.state, version: version + 1 };
  }
}
