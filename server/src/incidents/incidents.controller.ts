import * as contracts from '@guanhu/shared/incidents/incidents.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { AddToIncident } from './add-to-incident.ts';
import { AnswerIncident } from './answer-incident.ts';
import { ListIncidents } from './list-incidents.ts';
import { ReportIncident } from './report-incident.ts';
import { ShowIncident } from './show-incident.ts';

@Controller()
export class IncidentsController {
  readonly #writes: Writes;
  readonly #report: ReportIncident;
  readonly #list: ListIncidents;
  readonly #show: ShowIncident;
  readonly #answer: AnswerIncident;
  readonly #add: AddToIncident;

  constructor(writes: Writes, report: ReportIncident, list: ListIncidents, show: ShowIncident, answer: AnswerIncident, add: AddToIncident) {
    this.#writes = writes;
    this.#report = report;
    this.#list = list;
    this.#show = show;
    this.#answer = answer;
    this.#add = add;
  }

  @Endpoint(contracts.reportIncidentContract)
  report(@Call() call: CallOf<typeof contracts.reportIncidentContract>) {
    return this.#writes.once(call, tx => this.#report.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.listIncidentsContract)
  list(@Call() call: CallOf<typeof contracts.listIncidentsContract>) {
    return this.#list.run(call.actor, call.query);
  }

  @Endpoint(contracts.readIncidentContract)
  one(@Call() call: CallOf<typeof contracts.readIncidentContract>) {
    return this.#show.run(call.actor, call.params.incidentId);
  }

  @Endpoint(contracts.markIncidentReadContract)
  read(@Call() call: CallOf<typeof contracts.markIncidentReadContract>) {
    return this.#writes.once(call, tx => this.#answer.read(tx, call.actor, call.params.incidentId));
  }

  @Endpoint(contracts.acknowledgeIncidentContract)
  acknowledge(@Call() call: CallOf<typeof contracts.acknowledgeIncidentContract>) {
    return this.#writes.once(call, tx => this.#answer.acknowledge(tx, call.actor, call.params.incidentId));
  }

  @Endpoint(contracts.addToIncidentContract)
  words(@Call() call: CallOf<typeof contracts.addToIncidentContract>) {
    return this.#writes.once(call, tx => this.#add.words(tx, call.actor, call.params.incidentId, call.body));
  }

  @Endpoint(contracts.addIncidentFileContract)
  file(@Call() call: CallOf<typeof contracts.addIncidentFileContract>) {
    return this.#writes.once(call, tx => this.#add.file(tx, call.actor, call.params.incidentId, call.body));
  }

  /** Heard or looked at, never kept by anything on the way, and never a page of its own. */
  @Endpoint(contracts.readIncidentFileContract)
  async bytes(@Call() call: CallOf<typeof contracts.readIncidentFileContract>) {
    return sendFile(call.reply, await this.#add.bytes(call.actor, call.params.incidentId, call.params.fileId));
  }
}
