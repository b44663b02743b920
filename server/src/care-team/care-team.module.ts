import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/registry.module.ts';
import { CareTeamEffects } from './care-team.effects.ts';
import { CareTeamController } from './care-team.controller.ts';
import { InviteGuardian } from './invite-guardian.ts';
import { ListPatients } from './list-patients.ts';
import { ListWards } from './list-wards.ts';
import { ReadPatient } from './read-patient.ts';
import { ReadTeam } from './read-team.ts';
import { Teams } from './teams.ts';

/** One-person-one-team: who stands around a patient. */
@Module({
  imports: [RegistryModule],
  controllers: [CareTeamController],
  providers: [CareTeamEffects, Teams, ReadTeam, ReadPatient, ListPatients, ListWards, InviteGuardian],
  exports: [Teams],
})
export class CareTeamModule {}
