import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AssessmentEffects } from './assessment.effects.ts';
import { Assessments } from './assessments.ts';
import { ReadStanding } from './read-standing.ts';
import { Standings } from './standings.ts';

/** Risk rating, class and band: where a patient stands, and which dates follow. */
@Module({
  imports: [PolicyModule, AgendaModule, CareTeamModule],
  controllers: [AssessmentController],
  providers: [Standings, Assessments, AssessmentEffects, ReadStanding],
  exports: [Standings, Assessments],
})
export class AssessmentModule {}
