import { Module, type OnModuleInit } from '@nestjs/common';
import { MeSources } from '../access/access.public.ts';
import { Patients } from './patients.ts';

/** 患者档案: files and guardianships. */
@Module({ providers: [Patients], exports: [Patients] })
export class RegistryModule implements OnModuleInit {
  readonly #patients: Patients;
  readonly #me: MeSources;

  constructor(patients: Patients, me: MeSources) {
    this.#patients = patients;
    this.#me = me;
  }

  onModuleInit(): void {
    this.#me.guardianBy(async (reader, personId) => (await this.#patients.wards(reader, personId)).length > 0);
  }
}
