import * as contracts from '@guanhu/shared/incidents/incidents.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
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

  constructor(writes: Writes, report: ReportIncident, list: ListIncidents, show: ShowIncident, answer: AnswerIncident) {
    this.#writes = writes;
    this.#report = report;
    this.#list = list;
    this.#show = show;
    this.#answer = answer;
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
}
