import { Module } from '@nestjs/common';
import { IncidentEvidence } from './incident-evidence.ts';

/** 事件: what was reported, who was told. */
@Module({
  providers: [IncidentEvidence],
  exports: [IncidentEvidence],
})
export class IncidentsModule {}
