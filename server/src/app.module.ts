import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessModule } from './access/access.module.ts';
import { SessionGuard } from './access/access.public.ts';
import { AgendaModule } from './agenda/agenda.module.ts';
import { AgreementsModule } from './agreements/agreements.module.ts';
import { AppraisalModule } from './appraisal/appraisal.module.ts';
import { AssessmentModule } from './assessment/assessment.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CareTeamModule } from './care-team/care-team.module.ts';
import { DutiesModule } from './duties/duties.module.ts';
import { ExchangeModule } from './exchange/exchange.module.ts';
import { IncidentsModule } from './incidents/incidents.module.ts';
import { IndicatorsModule } from './indicators/indicators.module.ts';
import { IntakeModule } from './intake/intake.module.ts';
import { LawModule } from './law/law.module.ts';
import { MedicationModule } from './medication/medication.module.ts';
import { MeetingsModule } from './meetings/meetings.module.ts';
import { OutreachModule } from './outreach/outreach.module.ts';
import { PayoutsModule } from './payouts/payouts.module.ts';
import { PolicyModule } from './policy/policy.module.ts';
import { RegistryModule } from './registry/registry.module.ts';
import { RehabilitationModule } from './rehabilitation/rehabilitation.module.ts';
import { ReliefModule } from './relief/relief.module.ts';
import { RemindersModule } from './reminders/reminders.module.ts';
import { RightsModule } from './rights/rights.module.ts';
import { ScreeningModule } from './screening/screening.module.ts';
import { TransfersModule } from './transfers/transfers.module.ts';
import { VisitsModule } from './visits/visits.module.ts';
import { DocumentController } from './health/document.controller.ts';
import { HealthController } from './health/health.controller.ts';

import { PlatformModule, type Outside } from './platform/platform.module.ts';

/** Rooms, lowest first. */
const ROOMS = [
  AccessModule,
  AuditModule,
  PolicyModule,
  AgendaModule,
  RegistryModule,
  CareTeamModule,
  AssessmentModule,
  MedicationModule,
  VisitsModule,
  IncidentsModule,
  ScreeningModule,
  IntakeModule,
  TransfersModule,
  AgreementsModule,
  AppraisalModule,
  PayoutsModule,
  MeetingsModule,
  ReliefModule,
  LawModule,
  OutreachModule,
  RehabilitationModule,
  RemindersModule,
  RightsModule,
  IndicatorsModule,
  DutiesModule,
  ExchangeModule,
];

/** The whole house: server and worker are made of the same rooms. */
@Module({})
export class AppModule {
  static with(outside: Outside): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(outside), ...ROOMS],
      controllers: [HealthController, DocumentController],
      providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
    };
  }
}
