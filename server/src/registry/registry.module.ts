import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { MeSources } from '../access/access.public.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { AttachmentsEffects } from './attachments.effects.ts';
import { Attachments } from './attachments.ts';
import { CareHistories } from './care-histories.ts';
import { Consents } from './consents.ts';
import { Guardianships } from './guardianships.ts';
import { Helpers } from './helpers.ts';
import { Lives } from './lives.ts';
import { Moves } from './moves.ts';
import { PatientAccounts } from './patient-accounts.ts';
import { CreatePatient } from './create-patient.ts';
import { DecideMerge } from './decide-merge.ts';
import { FindSamePerson } from './duplicates.ts';
import { FileAccess } from './file-access.ts';
import { FileController } from './file.controller.ts';
import { Files } from './files.ts';
import { FindDuplicates } from './find-duplicates.ts';
import { LeadToKept } from './lead-to-kept.ts';
import { LocatePatient } from './locate-patient.ts';
import { MergeController } from './merge.controller.ts';
import { Merges } from './merges.ts';
import { Patients } from './patients.ts';
import { ProposeMerge } from './propose-merge.ts';
import { ReadFileHistory } from './read-file-history.ts';
import { ReadMerges } from './read-merges.ts';
import { ReadRecord } from './read-record.ts';
import { UndoMerge } from './undo-merge.ts';
import { ViewerMarks } from './viewer-marks.ts';
import { WriteRecord } from './write-record.ts';

const FILE = [FileAccess, Files, ReadRecord, WriteRecord, ReadFileHistory, FindSamePerson, FindDuplicates, CreatePatient, LocatePatient];
const MERGE = [Merges, ProposeMerge, ReadMerges, DecideMerge, UndoMerge];

/** 患者档案: files, lives, guardianships, consent and handovers. */
@Module({
  imports: [AgendaModule],
  controllers: [FileController, MergeController],
  providers: [
    Patients,
    Lives,
    CareHistories,
    Guardianships,
    Helpers,
    Consents,
    Moves,
    PatientAccounts,
    Attachments,
    AttachmentsEffects,
    ViewerMarks,
    { provide: APP_INTERCEPTOR, useClass: LeadToKept },
    ...FILE,
    ...MERGE,
  ],
  exports: [
    Patients,
    Files,
    Lives,
    CareHistories,
    Guardianships,
    Helpers,
    Consents,
    Moves,
    PatientAccounts,
    Attachments,
    ViewerMarks,
    CreatePatient,
    FindDuplicates,
  ],
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
