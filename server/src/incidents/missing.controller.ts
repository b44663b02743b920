import * as contracts from '@guanhu/shared/incidents/missing.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListMissing } from './list-missing.ts';
import { MarkReportSent } from './mark-report-sent.ts';
import { PrintMissingReport } from './print-missing-report.ts';
import { PrintMissingSheet } from './print-missing-sheet.ts';
import { RecordFound } from './record-found.ts';
import { ReportMissing } from './report-missing.ts';
import { ShowMissing } from './show-missing.ts';

/** 走失: people who are looked for. */
@Controller()
export class MissingController {
  readonly #writes: Writes;
  readonly #report: ReportMissing;
  readonly #list: ListMissing;
  readonly #show: ShowMissing;
  readonly #letter: PrintMissingReport;
  readonly #sheet: PrintMissingSheet;
  readonly #sent: MarkReportSent;
  readonly #found: RecordFound;

  constructor(
    writes: Writes,
    report: ReportMissing,
    list: ListMissing,
    show: ShowMissing,
    letter: PrintMissingReport,
    sheet: PrintMissingSheet,
    sent: MarkReportSent,
    found: RecordFound,
  ) {
    this.#writes = writes;
    this.#report = report;
    this.#list = list;
    this.#show = show;
    this.#letter = letter;
    this.#sheet = sheet;
    this.#sent = sent;
    this.#found = found;
  }

  @Endpoint(contracts.reportMissingContract)
  report(@Call() call: CallOf<typeof contracts.reportMissingContract>) {
    return this.#writes.once(call, tx => this.#report.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.listMissingContract)
  list(@Call() call: CallOf<typeof contracts.listMissingContract>) {
    return this.#list.run(call.actor, call.query);
  }

  @Endpoint(contracts.readMissingContract)
  one(@Call() call: CallOf<typeof contracts.readMissingContract>) {
    return this.#show.run(call.actor, call.params.missingId);
  }

  @Endpoint(contracts.printMissingReportContract)
  letter(@Call() call: CallOf<typeof contracts.printMissingReportContract>) {
    return this.#letter.run(call.actor, call.params.missingId);
  }

  @Endpoint(contracts.printMissingSheetContract)
  sheet(@Call() call: CallOf<typeof contracts.printMissingSheetContract>) {
    return this.#sheet.run(call.actor, call.params.missingId);
  }

  @Endpoint(contracts.markReportSentContract)
  sent(@Call() call: CallOf<typeof contracts.markReportSentContract>) {
    return this.#writes.once(call, tx => this.#sent.run(tx, call.actor, call.params.missingId, call.body));
  }

  @Endpoint(contracts.recordFoundContract)
  found(@Call() call: CallOf<typeof contracts.recordFoundContract>) {
    return this.#writes.once(call, tx => this.#found.run(tx, call.actor, call.params.missingId, call.body));
  }
}
