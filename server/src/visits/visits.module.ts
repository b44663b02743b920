import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { CheckInVisit } from './check-in-visit.ts';
import { ReadVisits } from './read-visits.ts';
import { RecordVisit } from './record-visit.ts';
import { VisitEvidence } from './visit-evidence.ts';
import { VisitsController } from './visits.controller.ts';

/** 随访: check-in, the national record, and what follows from it. */
@Module({
  imports: [PolicyModule, AgendaModule, RegistryModule, CareTeamModule],
  controllers: [VisitsController],
  providers: [CheckInVisit, RecordVisit, ReadVisits, VisitEvidence],
  exports: [VisitEvidence],
})
export class VisitsModule {}
