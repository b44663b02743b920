import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AgreementsController } from './agreements.controller.ts';
import { AgreementsEffects } from './agreements.effects.ts';
import { Agreements } from './agreements.ts';
import { ChangeAgreement } from './change-agreement.ts';
import { CloseEnded } from './close-ended.ts';
import { CountersignAgreement } from './countersign-agreement.ts';
import { DraftAgreement } from './draft-agreement.ts';
import { FollowStandards } from './follow-standards.ts';
import { NoteGuardianChange } from './note-guardian-change.ts';
import { PrintAgreement } from './print-agreement.ts';
import { ReadAgreement } from './read-agreement.ts';
import { SignAgreement } from './sign-agreement.ts';

@Module({
  imports: [PolicyModule, RegistryModule, CareTeamModule, AssessmentModule],
  controllers: [AgreementsController],
  providers: [
    Agreements,
    AgreementsEffects,
    ChangeAgreement,
    CloseEnded,
    CountersignAgreement,
    DraftAgreement,
    FollowStandards,
    NoteGuardianChange,
    PrintAgreement,
    ReadAgreement,
    SignAgreement,
  ],
  exports: [Agreements, CloseEnded, FollowStandards],
})
export class AgreementsModule {}
