import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { FinishNoticeBody, NoticeRef } from '@guanhu/shared/screening/notice.contract';
import { decideReceived } from '@guanhu/shared/screening/notice.rules';
import { isNoticeEnded } from '@guanhu/shared/screening/notice.terms';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Notices } from './notices.ts';

/** The person was received: seats and visits say so, not the office's word alone. Or the notice was a mistake. */
@Injectable()
export class FinishNotice {
  readonly #notices: Notices;

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, NOTICE_ENDED, NOTICE_NOT_MATCHED, NOTICE_WITHOUT_TEAM, NOTICE_WITHOUT_VISIT */
  async run(tx: Tx, actor: Actor, noticeId: Id, body: FinishNoticeBody): Promise<NoticeRef> {
    const notice = await this.#notices.lock(tx, actor, noticeId, body.version);
    if (body.as === 'withdrawn') {
      if (isNoticeEnded(notice.state)) throw new Refusal('NOTICE_ENDED');
      return this.#notices.step(tx, actor, notice, { state: 'withdrawn', ends: true, reason: body.reason });
    }
    unwrap(decideReceived(notice));
    return this.#notices.step(tx, actor, notice, { state: 'done', ends: true });
  }
}
