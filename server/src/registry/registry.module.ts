import { Module, type OnModuleInit } from '@nestjs/common';
import { MeSources } from '../access/access.public.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { Consents } from './consents.ts';
import { Guardianships } from './guardianships.ts';
import { Helpers } from './helpers.ts';
import { Lives } from './lives.ts';
import { Moves } from './moves.ts';
import { Patients } from './patients.ts';

/** 患者档案: files, lives, guardianships, consent and handovers. */
@Module({
  imports: [AgendaModule],
  providers: [Patients, Lives, Guardianships, Helpers, Consents, Moves],
  exports: [Patients, Lives, Guardianships, Helpers, Consents, Moves],
})
export class RegistryModule implements OnModuleInit {
  readonly #patients: Patients;
  readonly #helpers: Helpers;
  readonly #me: MeSources;

  constructor(patients: Patients, helpers: Helpers, me: MeSources) {
    this.#patients = patients;
    this.#helpers = helpers;
    this.#me = me;
  }

  onModuleInit(): void {
    this.#me.guardianBy(async (reader, personId) => (await this.#patients.wards(reader, personId)).length > 0);
    this.#me.helperBy(async (reader, personId) => (await this.#helpers.wards(reader, personId)).length > 0);
  }
}
