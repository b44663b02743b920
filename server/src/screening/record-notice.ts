import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { NoticeRef, RecordNoticeBody } from '@guanhu/shared/screening/notice.contract';
import { noticeDues } from '@guanhu/shared/screening/notice.rules';
import { Injectable } from '@nestjs/common';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Clues } from './clues.ts';
import { insertNotice, readNoticeRow } from './notice.store.ts';
import { Notices } from './notices.ts';

/** Somebody comes home: the office of the place is told by a message that names nobody, and the notice stands until the person was received. */
@Injectable()
export class RecordNotice {
  readonly #clues: Clues;
  readonly #notices: Notices;
  readonly #offices: AskOffices;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(clues: Clues, notices: Notices, offices: AskOffices, vaults: Vaults, clock: Clock) {
    this.#clues = clues;
    this.#notices = notices;
    this.#offices = offices;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_NOT_RIGHT */
  async run(tx: Tx, actor: Actor, areaId: Id, { noticeId, source, from, comesOn, person, note }: RecordNoticeBody): Promise<NoticeRef> {
    const areaPath = await this.#clues.requireIn(tx, actor, 'notice:record', areaId);
    // A document that cannot be right would find nobody.
    this.#clues.described(person);
    const today = this.#clock.today();
    const vault = await this.#vaults.of(tx.countyId);
    const isNew = await insertNotice(tx, vault, {
      id: noticeId,
      areaId,
      source,
      comesOn,
      told: { person, from, note: note ?? null },
      receivedAt: this.#clock.now(),
      receivedBy: actor.personId,
      ...noticeDues({ comesOn, receivedOn: today }, await this.#clues.policyIn(tx, areaPath)),
    });
    if (isNew) {
      await this.#notices.note(tx, actor, 'screening:notice-recorded', noticeId, { source });
      const asked = {
        key: `notice:${noticeId}`,
        patientId: null,
        areaPath,
        permission: 'notice:handle',
        except: [actor.personId],
      } as const;
      await this.#offices.run(tx, asked);
    }
    const notice = await readNoticeRow(tx, vault, noticeId, today);
    // An id that is taken by somebody else's notice tells nothing about it.
    if (notice?.receivedBy !== actor.personId || notice.areaId !== areaId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { noticeId, state: notice.state, version: notice.version };
  }
}
