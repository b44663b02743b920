import { Module, type OnModuleInit } from '@nestjs/common';
import { MeSources } from '../access/access.public.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AttachmentsEffects } from './attachments.effects.ts';
import { Attachments } from './attachments.ts';
import { Consents } from './consents.ts';
import { Guardianships } from './guardianships.ts';
import { Helpers } from './helpers.ts';
import { Lives } from './lives.ts';
import { Moves } from './moves.ts';
import { PatientAccounts } from './patient-accounts.ts';
import { Patients } from './patients.ts';

/** 患者档案: files, lives, guardianships, consent and handovers. */
@Module({
  imports: [AgendaModule],
  providers: [Patients, Lives, Guardianships, Helpers, Consents, Moves, PatientAccounts, Attachments, AttachmentsEffects],
  exports: [Patients, Lives, Guardianships, Helpers, Consents, Moves, PatientAccounts, Attachments],
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
