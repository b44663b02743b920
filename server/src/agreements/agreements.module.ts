import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AgreementsController } from './agreements.controller.ts';
import { AgreementsEffects } from './agreements.effects.ts';
import { Agreements } from './agreements.ts';
import { Applications } from './applications.ts';
import { ApplicationsController } from './applications.controller.ts';
import { ChangeAgreement } from './change-agreement.ts';
import { CheckAgreement } from './check-agreement.ts';
import { CloseEnded } from './close-ended.ts';
import { CountersignAgreement } from './countersign-agreement.ts';
import { DecideApplication } from './decide-application.ts';
import { DraftAgreement } from './draft-agreement.ts';
import { FollowStandards } from './follow-standards.ts';
import { KeepPaper } from './keep-paper.ts';
import { MakeApplication } from './make-application.ts';
import { NoteGuardianChange } from './note-guardian-change.ts';
import { PrintAgreement } from './print-agreement.ts';
import { ReadAgreement } from './read-agreement.ts';
import { ReadApplications } from './read-applications.ts';
import { ReadPaper } from './read-paper.ts';
import { RemindOfRenewal } from './remind-of-renewal.ts';
import { SignAgreement } from './sign-agreement.ts';
import { SignOnPaper } from './sign-on-paper.ts';
import { SigningController } from './signing.controller.ts';
import { StartReading } from './start-reading.ts';
import { TellOfAgreement } from './tell-of-agreement.ts';
import { TellOfLateAnswers } from './tell-of-late-answers.ts';
import { TellOfApplication } from './tell-of-application.ts';

@Module({
  imports: [AgendaModule, PolicyModule, RegistryModule, CareTeamModule, AssessmentModule],
  controllers: [AgreementsController, ApplicationsController, SigningController],
  providers: [
    Agreements,
    AgreementsEffects,
    Applications,
    ChangeAgreement,
    CheckAgreement,
    CloseEnded,
    CountersignAgreement,
    DecideApplication,
    DraftAgreement,
    FollowStandards,
    KeepPaper,
    MakeApplication,
    NoteGuardianChange,
    PrintAgreement,
    ReadAgreement,
    ReadApplications,
    ReadPaper,
    RemindOfRenewal,
    SignAgreement,
    SignOnPaper,
    StartReading,
    TellOfAgreement,
    TellOfApplication,
    TellOfLateAnswers,
  ],
  exports: [Agreements, CloseEnded, FollowStandards],
})
export class AgreementsModule {}
