import {
  askExportContract,
  decideExportContract,
  downloadExportContract,
  listExportsContract,
} from '@guanhu/shared/rights/exports.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { DownloadExport } from './download-export.ts';
import { Exports } from './exports.ts';

/** Data taken out of the system. */
@Controller()
export class ExportsController {
  readonly #writes: Writes;
  readonly #exports: Exports;
  readonly #download: DownloadExport;

  constructor(writes: Writes, exports: Exports, download: DownloadExport) {
    this.#writes = writes;
    this.#exports = exports;
    this.#download = download;
  }

  @Endpoint(askExportContract)
  ask(@Call() call: CallOf<typeof askExportContract>) {
    return this.#writes.once(call, tx => this.#exports.ask(tx, call.actor, call.body));
  }

  @Endpoint(listExportsContract)
  list(@Call() call: CallOf<typeof listExportsContract>) {
    return this.#exports.list(call.actor, call.query);
  }

  @Endpoint(decideExportContract)
  decide(@Call() call: CallOf<typeof decideExportContract>) {
    return this.#writes.once(call, tx => this.#exports.decide(tx, call.actor, call.params.exportId, call.body));
  }

  @Endpoint(downloadExportContract)
  download(@Call() call: CallOf<typeof downloadExportContract>) {
    return this.#download.run(call.actor, call.params.exportId, call.body);
  }
}
