import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AssessmentModule } from '../assessment/assessment.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AskForLists } from './ask-for-lists.ts';
import { DepartmentLists } from './department-lists.ts';
import { Differences } from './differences.ts';
import { SystemEntries } from './entries.ts';
import { ExchangeController } from './exchange.controller.ts';
import { FindDifferences } from './find-differences.ts';
import { HandInList } from './hand-in-list.ts';
import { ListChanges } from './list-changes.ts';
import { LookAtRounds } from './look-at-rounds.ts';
import { MatchPeople } from './match-people.ts';
import { OpenRounds } from './open-rounds.ts';
import { ExchangeRows } from './rows.ts';
import { Rounds } from './rounds.ts';
import { SignRound } from './sign-round.ts';

/** 月度信息交换. It looks at everything; nobody imports it. */
@Module({
  imports: [AccessModule, AgendaModule, PolicyModule, RegistryModule, AssessmentModule],
  controllers: [ExchangeController],
  providers: [
    DepartmentLists,
    Rounds,
    LookAtRounds,
    OpenRounds,
    AskForLists,
    MatchPeople,
    FindDifferences,
    HandInList,
    ExchangeRows,
    Differences,
    SignRound,
    ListChanges,
    SystemEntries,
  ],
})
export class ExchangeModule {}
