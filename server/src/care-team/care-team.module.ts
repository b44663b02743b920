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
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AskOffices } from './ask-offices.ts';
import { AttachFile } from './attach-file.ts';
import { AttachmentsController } from './attachments.controller.ts';
import { BreakGlassController } from './break-glass.controller.ts';
import { CareTeamEffects } from './care-team.effects.ts';
import { CareTeamController } from './care-team.controller.ts';
import { CaseTeamsController } from './case-teams.controller.ts';
import { ChangeCrisisRoster } from './change-crisis-roster.ts';
import { CrisisRosterController } from './crisis-roster.controller.ts';
import { LookAtCrisisRoster } from './look-at-crisis-roster.ts';
import { OnDuty } from './on-duty.ts';
import { ChangeGroup } from './change-group.ts';
import { ChangeSeat } from './change-seat.ts';
import { Grounds } from './grounds.ts';
import { GroupsController } from './groups.controller.ts';
import { HandOver } from './hand-over.ts';
import { HandoversController } from './handovers.controller.ts';
import { InviteGuardian } from './invite-guardian.ts';
import { ListColleagues } from './list-colleagues.ts';
import { ListMismatches } from './list-mismatches.ts';
import { ListPatients } from './list-patients.ts';
import { ListVacancies } from './list-vacancies.ts';
import { ListWards } from './list-wards.ts';
import { LookAtCaseTeams } from './look-at-case-teams.ts';
import { LookAtGroups } from './look-at-groups.ts';
import { LookAtHandovers } from './look-at-handovers.ts';
import { MoveCaseTeam } from './move-case-team.ts';
import { OpenInEmergency } from './open-in-emergency.ts';
import { PreviewCases } from './preview-cases.ts';
import { ProposeCaseTeam } from './propose-case-team.ts';
import { ReadAttachments } from './read-attachments.ts';
import { ReadPatient } from './read-patient.ts';
import { ReadTeam } from './read-team.ts';
import { ReadTeamHistory } from './read-team-history.ts';
import { ResolveMismatch } from './resolve-mismatch.ts';
import { ReviewOpenings } from './review-openings.ts';
import { RosterController } from './roster.controller.ts';
import { RosterLines } from './roster-lines.ts';
import { SyncPatients } from './sync-patients.ts';
import { TakeSeats } from './take-seats.ts';
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

/** Attachments and emergency openings. */
const RIGHTS = [AskOffices, AttachFile, ReadAttachments, OpenInEmergency, ReviewOpenings];

/** Who is on duty for emergencies, and the drills. */
const CRISIS = [OnDuty, LookAtCrisisRoster, ChangeCrisisRoster];

/** One-person-one-team, the standing groups and case teams: who stands around a patient. */
@Module({
  imports: [PolicyModule, AgendaModule, RegistryModule],
  controllers: [
    CareTeamController,
    RosterController,
    GroupsController,
    HandoversController,
    CaseTeamsController,
    CrisisRosterController,
    LivesController,
    GuardiansController,
    AttachmentsController,
    BreakGlassController,
  ],
  providers: [
    CareTeamEffects,
    ChangeGroup,
    ChangeSeat,
    Grounds,
    HandOver,
    InviteGuardian,
    ListColleagues,
    ListMismatches,
    ListPatients,
    ListVacancies,
    ListWards,
    LookAtCaseTeams,
    LookAtGroups,
    LookAtHandovers,
    MoveCaseTeam,
    PreviewCases,
    ProposeCaseTeam,
    ReadPatient,
    ReadTeam,
    ReadTeamHistory,
    SyncPatients,
    ResolveMismatch,
    RosterLines,
    TakeSeats,
    Teams,
    ...LIVES,
    ...RIGHTS,
    ...CRISIS,
  ],
  exports: [AskOffices, HandTeamOver, OnDuty, Teams],
})
export class CareTeamModule {}
