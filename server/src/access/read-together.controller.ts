import { readTogetherContract, type ReadTogetherAnswer } from '@guanhu/shared/access/read-together.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { ReadTogether } from './read-together.ts';

@Controller()
export class ReadTogetherController {
  readonly #together: ReadTogether;

  constructor(together: ReadTogether) {
    this.#together = together;
  }

  @Endpoint(readTogetherContract)
  read(@Call() call: CallOf<typeof readTogetherContract>): Promise<ReadTogetherAnswer> {
    return this.#together.run(call);
  }
}
