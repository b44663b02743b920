import * as contracts from '@guanhu/shared/visits/after-visit.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Concerns } from './concerns.ts';
import { LostReports } from './lost-reports.ts';
import { Referrals } from './referrals.ts';
import { RightsAlerts } from './rights-alerts.ts';

/** What visits lead to: referrals, rights alerts, confidential reports, written reports. */
@Controller()
export class AfterVisitController {
  readonly #writes: Writes;
  readonly #referrals: Referrals;
  readonly #alerts: RightsAlerts;
  readonly #concerns: Concerns;
  readonly #lost: LostReports;

  constructor(writes: Writes, referrals: Referrals, alerts: RightsAlerts, concerns: Concerns, lost: LostReports) {
    this.#writes = writes;
    this.#referrals = referrals;
    this.#alerts = alerts;
    this.#concerns = concerns;
    this.#lost = lost;
  }

  @Endpoint(contracts.listReferralsContract)
  referrals(@Call() call: CallOf<typeof contracts.listReferralsContract>) {
    return this.#referrals.list(call.actor, call.query);
  }

  @Endpoint(contracts.readReferralContract)
  referral(@Call() call: CallOf<typeof contracts.readReferralContract>) {
    return this.#referrals.one(call.actor, call.params.referralId);
  }

  @Endpoint(contracts.moveReferralContract)
  moveReferral(@Call() call: CallOf<typeof contracts.moveReferralContract>) {
    return this.#writes.once(call, tx => this.#referrals.move(tx, call.actor, call.params.referralId, call.body));
  }

  @Endpoint(contracts.listAlertsContract)
  alerts(@Call() call: CallOf<typeof contracts.listAlertsContract>) {
    return this.#alerts.list(call.actor, call.query);
  }

  @Endpoint(contracts.readAlertContract)
  alert(@Call() call: CallOf<typeof contracts.readAlertContract>) {
    return this.#alerts.one(call.actor, call.params.alertId);
  }

  @Endpoint(contracts.closeAlertContract)
  closeAlert(@Call() call: CallOf<typeof contracts.closeAlertContract>) {
    return this.#writes.once(call, tx => this.#alerts.close(tx, call.actor, call.params.alertId, call.body));
  }

  @Endpoint(contracts.reportConcernContract)
  reportConcern(@Call() call: CallOf<typeof contracts.reportConcernContract>) {
    return this.#writes.once(call, tx => this.#concerns.report(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.listConcernsContract)
  concerns(@Call() call: CallOf<typeof contracts.listConcernsContract>) {
    return this.#concerns.list(call.actor, call.query);
  }

  @Endpoint(contracts.readConcernContract)
  concern(@Call() call: CallOf<typeof contracts.readConcernContract>) {
    return this.#concerns.one(call.actor, call.params.concernId);
  }

  @Endpoint(contracts.closeConcernContract)
  closeConcern(@Call() call: CallOf<typeof contracts.closeConcernContract>) {
    return this.#writes.once(call, tx => this.#concerns.close(tx, call.actor, call.params.concernId, call.body));
  }

  @Endpoint(contracts.listLostReportsContract)
  lostReports(@Call() call: CallOf<typeof contracts.listLostReportsContract>) {
    return this.#lost.list(call.actor, call.query);
  }

  @Endpoint(contracts.readLostReportContract)
  lostReport(@Call() call: CallOf<typeof contracts.readLostReportContract>) {
    return this.#lost.one(call.actor, call.params.reportId);
  }

  @Endpoint(contracts.issueLostReportContract)
  issueLostReport(@Call() call: CallOf<typeof contracts.issueLostReportContract>) {
    return this.#writes.once(call, tx => this.#lost.issue(tx, call.actor, call.params.reportId, call.body));
  }
}
