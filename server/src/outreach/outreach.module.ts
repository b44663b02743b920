import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { Activities } from './activities.ts';
import { ActivityPhotos } from './activity-photos.ts';
import { OutreachController } from './outreach.controller.ts';
import { RemindOfGuidance } from './remind-of-guidance.ts';

@Module({
  imports: [AgendaModule, PolicyModule, RegistryModule],
  controllers: [OutreachController],
  providers: [Activities, ActivityPhotos, RemindOfGuidance],
  exports: [Activities],
})
export class OutreachModule {}
