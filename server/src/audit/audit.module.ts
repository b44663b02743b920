import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.public.ts';
import { SealDeeds } from './seal-deeds.ts';

/** Deeds and reads; every room uses it. */
@Global()
@Module({ providers: [Audit, SealDeeds], exports: [Audit, SealDeeds] })
export class AuditModule {}
