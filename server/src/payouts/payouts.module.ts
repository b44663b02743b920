import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.ts';
import { AppraisalModule } from '../appraisal/appraisal.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { CallbackController } from './callback.controller.ts';
import { ClaimEntitlement } from './claim-entitlement.ts';
import { CreateEntitlement } from './create-entitlement.ts';
import { DecideFailure } from './decide-failure.ts';
import { DriveBill } from './drive-bill.ts';
import { Funds } from './funds.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { MoveBatch } from './move-batch.ts';
import { PayoutsController } from './payouts.controller.ts';
import { PayoutsEffects } from './payouts.effects.ts';
import { PrepareBatch } from './prepare-batch.ts';
import { ReadPassbook } from './read-passbook.ts';
import { ReadPayouts } from './read-payouts.ts';
import { ReceiveCallback } from './receive-callback.ts';
import { ReconcileBatch } from './reconcile-batch.ts';
import { SettleBill } from './settle-bill.ts';
import { ShowEntitlement } from './show-entitlement.ts';
import { SweepBills } from './sweep-bills.ts';

@Module({
  imports: [AgreementsModule, AppraisalModule, RegistryModule],
  controllers: [PayoutsController, CallbackController],
  providers: [
    ClaimEntitlement,
    CreateEntitlement,
    DecideFailure,
    DriveBill,
    Funds,
    MerchantAccounts,
    MoveBatch,
    PayoutsEffects,
    PrepareBatch,
    ReadPassbook,
    ReadPayouts,
    ReceiveCallback,
    ReconcileBatch,
    SettleBill,
    ShowEntitlement,
    SweepBills,
  ],
  exports: [MerchantAccounts],
})
export class PayoutsModule {}
