import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { KeepLegalMatter } from './keep-legal-matter.ts';
import { LawEffects } from './law.effects.ts';
import { LegalMattersController } from './legal-matters.controller.ts';
import { LegalMatters } from './legal-matters.ts';

@Module({
  imports: [AgendaModule, RegistryModule, CareTeamModule],
  controllers: [LegalMattersController],
  providers: [KeepLegalMatter, LawEffects, LegalMatters],
})
export class LawModule {}
