import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AnswerMove } from './answer-move.ts';
import { AppointGuardian } from './appoint-guardian.ts';
import { ChangeState } from './change-state.ts';
import { GuardiansController } from './guardians.controller.ts';
import { HandTeamOver } from './hand-team-over.ts';
import { ListConsents } from './list-consents.ts';
import { ListGuardians } from './list-guardians.ts';
import { ListMoves } from './list-moves.ts';
import { LivesController } from './lives.controller.ts';
import { NameHelper } from './name-helper.ts';
import { ProposeMove } from './propose-move.ts';
import { ReadLife } from './read-life.ts';
import { RecordConsent } from './record-consent.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { CareTeamEffects } from './care-team.effects.ts';
import { CareTeamController } from './care-team.controller.ts';
import { InviteGuardian } from './invite-guardian.ts';
import { ListPatients } from './list-patients.ts';
import { ListWards } from './list-wards.ts';
import { ReadPatient } from './read-patient.ts';
import { ReadTeam } from './read-team.ts';
import { Teams } from './teams.ts';

/** Lives, consent, guardians and handovers, for those whom the team's ties let in. */
const LIVES = [
  ReadLife,
  ChangeState,
  ListConsents,
  RecordConsent,
  ListMoves,
  ProposeMove,
  AnswerMove,
  HandTeamOver,
  ListGuardians,
  AppointGuardian,
  NameHelper,
];

/** One-person-one-team: who stands around a patient. */
@Module({
  imports: [RegistryModule, AgendaModule],
  controllers: [CareTeamController, LivesController, GuardiansController],
  providers: [CareTeamEffects, Teams, ReadTeam, ReadPatient, ListPatients, ListWards, InviteGuardian, ...LIVES],
  exports: [Teams],
})
export class CareTeamModule {}
