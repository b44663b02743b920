import * as contracts from '@guanhu/shared/screening/notice.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { FinishNotice } from './finish-notice.ts';
import { MatchNotice } from './match-notice.ts';
import { Notices } from './notices.ts';
import { RecordNotice } from './record-notice.ts';

@Controller()
export class NoticesController {
  readonly #writes: Writes;
  readonly #notices: Notices;
  readonly #record: RecordNotice;
  readonly #match: MatchNotice;
  readonly #finish: FinishNotice;

  constructor(writes: Writes, notices: Notices, record: RecordNotice, match: MatchNotice, finish: FinishNotice) {
    this.#writes = writes;
    this.#notices = notices;
    this.#record = record;
    this.#match = match;
    this.#finish = finish;
  }

  @Endpoint(contracts.recordNoticeContract)
  record(@Call() call: CallOf<typeof contracts.recordNoticeContract>) {
    return this.#writes.once(call, tx => this.#record.run(tx, call.actor, call.params.areaId, call.body));
  }

  @Endpoint(contracts.listNoticesContract)
  list(@Call() call: CallOf<typeof contracts.listNoticesContract>) {
    return this.#notices.list(call.actor, call.query);
  }

  @Endpoint(contracts.readNoticeContract)
  read(@Call() call: CallOf<typeof contracts.readNoticeContract>) {
    return this.#notices.one(call.actor, call.params.noticeId);
  }

  @Endpoint(contracts.matchNoticeContract)
  match(@Call() call: CallOf<typeof contracts.matchNoticeContract>) {
    return this.#writes.once(call, tx => this.#match.run(tx, call.actor, call.params.noticeId, call.body));
  }

  @Endpoint(contracts.finishNoticeContract)
  finish(@Call() call: CallOf<typeof contracts.finishNoticeContract>) {
    return this.#writes.once(call, tx => this.#finish.run(tx, call.actor, call.params.noticeId, call.body));
  }
}
