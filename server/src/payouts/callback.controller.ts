import { wechatPayCallbackContract } from '@guanhu/shared/payouts/payouts.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { ReceiveCallback } from './receive-callback.ts';

@Controller()
export class CallbackController {
  readonly #receive: ReceiveCallback;

  constructor(receive: ReceiveCallback) {
    this.#receive = receive;
  }

  @Endpoint(wechatPayCallbackContract)
  async receive(@Call() call: CallOf<typeof wechatPayCallbackContract>) {
    const answer = await this.#receive.run(call.params.merchantAccountId, call.request.headers, call.request.rawBody);
    void call.reply.status(answer.status);
    return answer.status === 204 ? undefined : answer.body;
  }
}
