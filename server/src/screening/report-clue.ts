import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { decideAnswers } from '@guanhu/shared/screening/clue-form.rules';
import type { ClueRef, ReportClueBody } from '@guanhu/shared/screening/clue.contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertClue, insertInformant, readClueRow } from './clue.store.ts';
import { Clues, documentKey } from './clues.ts';
import { TellOfClues } from './tell-of-clues.ts';

/** A clue about somebody in a village: any question answered 有, or one of the groups. Who told it is kept apart. No file comes of it yet. */
@Injectable()
export class ReportClue {
  readonly #clues: Clues;
  readonly #tell: TellOfClues;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(clues: Clues, tell: TellOfClues, vaults: Vaults, clock: Clock) {
    this.#clues = clues;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, CLUE_FORM_UNKNOWN, CLUE_WITHOUT_SIGN, FILE_NOT_RIGHT */
  async run(tx: Tx, actor: Actor, areaId: Id, body: ReportClueBody): Promise<ClueRef> {
    const areaPath = await this.#clues.requireIn(tx, actor, 'clue:report', areaId);
    const { clueId, form, source, whereabouts, person, note, informant } = body;
    const { yes, group } = unwrap(decideAnswers({ form, yes: body.yes, group: body.group ?? null }));
    const document = documentKey(this.#clues.described(person));
    const { checkDays } = await this.#clues.policyIn(tx, areaPath);
    const vault = await this.#vaults.of(tx.countyId);
    const isNew = await insertClue(tx, vault, {
      id: clueId,
      areaId,
      incidentId: null,
      source,
      whereabouts,
      form,
      group,
      told: { person, yes, note: note ?? null },
      document,
      reportedBy: actor.personId,
      reportedAt: this.#clock.now(),
      dueOn: addDays(this.#clock.today(), checkDays),
    });
    if (isNew) {
      if (informant !== undefined) await insertInformant(tx, vault, clueId, informant);
      await this.#clues.note(tx, actor, 'screening:clue-reported', clueId, { source });
      await this.#tell.waitsForCheck(tx, areaPath, [actor.personId]);
    }
    const clue = await readClueRow(tx, vault, clueId);
    // An id that is taken by somebody else's clue tells nothing about it.
    if (clue?.reportedBy !== actor.personId || clue.areaId !== areaId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { clueId, state: clue.state, version: clue.version };
  }
}
