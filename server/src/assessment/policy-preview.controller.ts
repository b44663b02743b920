import {
  listMovedPatientsContract,
  previewPolicyContract,
  previewVersionContract,
} from '@guanhu/shared/assessment/policy-preview.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { PreviewPolicy } from './preview-policy.ts';

@Controller()
export class PolicyPreviewController {
  readonly #preview: PreviewPolicy;

  constructor(preview: PreviewPolicy) {
    this.#preview = preview;
  }

  @Endpoint(previewPolicyContract)
  draft(@Call() call: CallOf<typeof previewPolicyContract>) {
    return this.#preview.draft(call.actor, call.params.kind, call.body);
  }

  @Endpoint(previewVersionContract)
  version(@Call() call: CallOf<typeof previewVersionContract>) {
    return this.#preview.version(call.actor, call.params.kind, Number(call.params.seq));
  }

  @Endpoint(listMovedPatientsContract)
  moved(@Call() call: CallOf<typeof listMovedPatientsContract>) {
    return this.#preview.moved(call.actor, call.params.kind, Number(call.params.seq), call.query);
  }
}
