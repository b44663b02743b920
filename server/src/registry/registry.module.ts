import { Module } from '@nestjs/common';
import { Patients } from './patients.ts';

/** 患者档案: files and guardianships. */
@Module({ providers: [Patients], exports: [Patients] })
export class RegistryModule {}
