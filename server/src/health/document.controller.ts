import { Controller, Get } from '@nestjs/common';
import { servedContracts } from '../platform/http/endpoint.ts';
import { openApi } from '../platform/http/openapi.ts';

/** The document of this very server. */
@Controller()
export class DocumentController {
  #document: object | undefined;

  @Get('openapi.json')
  document(): object {
    return (this.#document ??= openApi(servedContracts(), '0.1.0'));
  }
}
