import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.public.ts';
import { FileHistory } from './file-history.ts';
import { SealDeeds } from './seal-deeds.ts';

/** Deeds and reads; every room uses it. */
@Global()
@Module({ providers: [Audit, FileHistory, SealDeeds], exports: [Audit, FileHistory, SealDeeds] })
export class AuditModule {}
