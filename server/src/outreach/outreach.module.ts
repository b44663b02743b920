import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/registry.module.ts';
import { Activities } from './activities.ts';
import { ActivityPhotos } from './activity-photos.ts';
import { OutreachController } from './outreach.controller.ts';

@Module({
  imports: [RegistryModule],
  controllers: [OutreachController],
  providers: [Activities, ActivityPhotos],
  exports: [Activities],
})
export class OutreachModule {}
