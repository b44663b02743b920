import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AnswerImport } from './answer-import.ts';
import { ConfirmImport } from './confirm-import.ts';
import { DiscardImport } from './discard-import.ts';
import { GatherImportFacts } from './import-facts.ts';
import { PlanImport } from './import-preview.ts';
import { IntakeController } from './intake.controller.ts';
import { LookAtImports } from './look-at-imports.ts';
import { PreviewImport } from './preview-import.ts';
import { RecordWrites } from './record-writes.ts';
import { WriteList } from './write-list.ts';
import { Workbooks } from './workbooks.ts';

/** 收录: the responsibility list becomes files, teams and guardians. */
@Module({
  imports: [AccessModule, RegistryModule, CareTeamModule, AssessmentModule],
  controllers: [IntakeController],
  providers: [
    Workbooks,
    GatherImportFacts,
    PlanImport,
    PreviewImport,
    LookAtImports,
    AnswerImport,
    RecordWrites,
    ConfirmImport,
    DiscardImport,
    WriteList,
  ],
  exports: [WriteList],
})
export class IntakeModule {}
