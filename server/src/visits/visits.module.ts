import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AfterVisitController } from './after-visit.controller.ts';
import { AttachVisitPhoto } from './attach-visit-photo.ts';
import { CheckInVisit } from './check-in-visit.ts';
import { CommunityReferrals } from './community-referrals.ts';
import { Concerns } from './concerns.ts';
import { DraftLostReport } from './draft-lost-report.ts';
import { LostReports } from './lost-reports.ts';
import { PlanRollCall } from './plan-roll-call.ts';
import { Presences } from './presences.ts';
import { ReadVisitForm } from './read-visit-form.ts';
import { ReadVisits } from './read-visits.ts';
import { RecordOutcome } from './record-outcome.ts';
import { RecordVisit } from './record-visit.ts';
import { Referrals } from './referrals.ts';
import { RightsAlerts } from './rights-alerts.ts';
import { RollCalls } from './roll-calls.ts';
import { SpecialPeriodEffects } from './special-period.effects.ts';
import { SpecialPeriodsController } from './special-periods.controller.ts';
import { SpecialPeriods } from './special-periods.ts';
import { VisitConsequences } from './visit-consequences.ts';
import { VisitDetailsOf } from './visit-details.ts';
import { VisitEvidence } from './visit-evidence.ts';
import { VisitEffects } from './visits.effects.ts';
import { VisitForms } from './visit-forms.ts';
import { VisitPhotosController } from './visit-photos.controller.ts';
import { VisitWatchController } from './visit-watch.controller.ts';
import { VisitWatchEffects } from './visit-watch.effects.ts';
import { VisitWatches } from './visit-watches.ts';
import { VisitsController } from './visits.controller.ts';

/** 随访: check-in, the record on its forms, and what follows from it. */
@Module({
  imports: [AccessModule, PolicyModule, AgendaModule, RegistryModule, CareTeamModule],
  controllers: [VisitsController, AfterVisitController, VisitPhotosController, SpecialPeriodsController, VisitWatchController],
  providers: [
    CheckInVisit,
    AttachVisitPhoto,
    VisitForms,
    VisitDetailsOf,
    VisitConsequences,
    RecordVisit,
    ReadVisits,
    ReadVisitForm,
    Presences,
    RecordOutcome,
    Referrals,
    CommunityReferrals,
    RightsAlerts,
    Concerns,
    LostReports,
    DraftLostReport,
    VisitEvidence,
    SpecialPeriods,
    RollCalls,
    PlanRollCall,
    SpecialPeriodEffects,
    VisitWatches,
    VisitWatchEffects,
    VisitEffects,
  ],
  exports: [CommunityReferrals, VisitEvidence],
})
export class VisitsModule {}
