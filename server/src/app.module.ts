import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessModule } from './access/access.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CareTeamModule } from './care-team/care-team.module.ts';
import { DocumentController } from './health/document.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { SessionGuard } from './platform/http/session-guard.ts';
import { PlatformModule, type Outside } from './platform/platform.module.ts';
import { RegistryModule } from './registry/registry.module.ts';

/** Rooms, lowest first. */
const ROOMS = [AccessModule, AuditModule, RegistryModule, CareTeamModule];

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
