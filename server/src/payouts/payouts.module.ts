import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.ts';
import { AppraisalModule } from '../appraisal/appraisal.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { BudgetLines } from './budget-lines.ts';
import { BudgetController } from './budget.controller.ts';
import { CallbackController } from './callback.controller.ts';
import { CancelTransfer } from './cancel-transfer.ts';
import { ChannelsController } from './channels.controller.ts';
import { ClaimEntitlement } from './claim-entitlement.ts';
import { CreateEntitlement } from './create-entitlement.ts';
import { DecideFailure } from './decide-failure.ts';
import { DriveBill } from './drive-bill.ts';
import { Expenditures } from './expenditures.ts';
import { FetchReceipts } from './fetch-receipts.ts';
import { FileMarks } from './file-marks.ts';
import { FinanceController } from './finance.controller.ts';
import { Finance } from './finance.ts';
import { ForgottenBills } from './forgotten-bills.ts';
import { FrozenBasis } from './frozen-basis.ts';
import { Funds } from './funds.ts';
import { IssueBills } from './issue-bills.ts';
import { ListCandidates } from './list-candidates.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { MoveBatch } from './move-batch.ts';
import { PayoutsController } from './payouts.controller.ts';
import { PayoutsEffects } from './payouts.effects.ts';
import { PrepareBatch } from './prepare-batch.ts';
import { PayChannels } from './pay-channels.ts';
import { PayLists } from './pay-lists.ts';
import { PlanBudgetLine } from './plan-budget-line.ts';
import { Prechecks } from './prechecks.ts';
import { PublicNotices } from './public-notices.ts';
import { PumpBills } from './pump-bills.ts';
import { ReadPassbook } from './read-passbook.ts';
import { ReadPayouts } from './read-payouts.ts';
import { ReceiveCallback } from './receive-callback.ts';
import { ReconcileBatch } from './reconcile-batch.ts';
import { ReconcileDay } from './reconcile-day.ts';
import { ReconciliationController } from './reconciliation.controller.ts';
import { Recoveries } from './recoveries.ts';
import { RecoveriesController } from './recoveries.controller.ts';
import { ReceiptsController } from './receipts.controller.ts';
import { RecordCash } from './record-cash.ts';
import { RemindUnconfirmed } from './remind-unconfirmed.ts';
import { ReportBatch } from './report-batch.ts';
import { SettleBills } from './settle-bills.ts';
import { SnapshotLedger } from './snapshot-ledger.ts';
import { SpendOnCost } from './spend-on-cost.ts';
import { ShowEntitlement } from './show-entitlement.ts';
import { TellOfShortage } from './tell-of-shortage.ts';
import { TransferReceipts } from './transfer-receipts.ts';

@Module({
  imports: [AgreementsModule, AppraisalModule, CareTeamModule, PolicyModule, RegistryModule],
  controllers: [
    PayoutsController,
    ChannelsController,
    ReconciliationController,
    FinanceController,
    BudgetController,
    RecoveriesController,
    ReceiptsController,
    CallbackController,
  ],
  providers: [
    BudgetLines,
    CancelTransfer,
    ClaimEntitlement,
    CreateEntitlement,
    DecideFailure,
    DriveBill,
    Expenditures,
    FetchReceipts,
    FileMarks,
    ForgottenBills,
    FrozenBasis,
    Finance,
    Funds,
    IssueBills,
    ListCandidates,
    MerchantAccounts,
    MoveBatch,
    PayoutsEffects,
    PrepareBatch,
    PayChannels,
    PlanBudgetLine,
    Prechecks,
    PayLists,
    PublicNotices,
    PumpBills,
    ReadPassbook,
    ReadPayouts,
    ReceiveCallback,
    ReconcileBatch,
    ReconcileDay,
    Recoveries,
    RecordCash,
    RemindUnconfirmed,
    ReportBatch,
    SettleBills,
    SnapshotLedger,
    SpendOnCost,
    ShowEntitlement,
    TellOfShortage,
    TransferReceipts,
  ],
  exports: [MerchantAccounts, SpendOnCost],
})
export class PayoutsModule {}
