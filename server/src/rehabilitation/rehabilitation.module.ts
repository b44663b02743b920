import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { VisitsModule } from '../visits/visits.module.ts';
import { KeepEmployment } from './keep-employment.ts';
import { KeepProgramme } from './keep-programme.ts';
import { KeepVolunteers } from './keep-volunteers.ts';
import { LookAtRehabilitation } from './look-at-rehabilitation.ts';
import { RehabilitationController } from './rehabilitation.controller.ts';

@Module({
  imports: [RegistryModule, CareTeamModule, VisitsModule],
  controllers: [RehabilitationController],
  providers: [KeepEmployment, KeepProgramme, KeepVolunteers, LookAtRehabilitation],
})
export class RehabilitationModule {}
