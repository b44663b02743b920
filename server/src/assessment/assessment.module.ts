import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AssessmentEffects } from './assessment.effects.ts';
import { Assessments } from './assessments.ts';
import { BandController } from './band.controller.ts';
import { Cycles } from './cycles.ts';
import { DecideBand } from './decide-band.ts';
import { ListAssessments } from './list-assessments.ts';
import { ListBandProposals } from './list-band-proposals.ts';
import { ListDueAssessments } from './list-due-assessments.ts';
import { PolicyPreviewController } from './policy-preview.controller.ts';
import { PreviewPolicy } from './preview-policy.ts';
import { ProposeBand } from './propose-band.ts';
import { ReadStanding } from './read-standing.ts';
import { RecordHealthExam } from './record-health-exam.ts';
import { RecordRiskReview } from './record-risk-review.ts';
import { Standings } from './standings.ts';

/** Risk rating, class and band: where a patient stands and which dates follow; reviews, exams, and whom a policy moves. */
@Module({
  imports: [PolicyModule, AgendaModule, CareTeamModule],
  controllers: [AssessmentController, BandController, PolicyPreviewController],
  providers: [
    Standings,
    Cycles,
    Assessments,
    AssessmentEffects,
    ReadStanding,
    ListAssessments,
    ListDueAssessments,
    RecordRiskReview,
    RecordHealthExam,
    ProposeBand,
    ListBandProposals,
    DecideBand,
    PreviewPolicy,
  ],
  exports: [Standings, Assessments],
})
export class AssessmentModule {}
