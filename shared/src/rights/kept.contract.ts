import { z } from 'zod';
import { ROLES, type Role } from '../access/access.terms.ts';
import { contract, Day, IdText, keysOf } from '../kernel/contract.ts';
import * as routes from './kept.routes.ts';
import { FILE_FIELDS, KEPT_GROUPS, READERS, type FileField, type KeptGroup, type ReaderKind } from './kept.terms.ts';

const OfPatient = z.strictObject({ patientId: IdText });

/** Whose rights the reader can use on this phone: never a name. */
const Subjects = z.object({
  rows: z.array(z.object({ patientId: IdText, as: z.enum(['self', 'guardian']) })),
});

const Kept = z
  .object({
    groups: z.array(
      z.object({
        /** Says what it is, what for and which law allows it; the words stand in the terms. */
        kind: keysOf<KeptGroup>(KEPT_GROUPS),
        /** The fields of the file that are filled in. */
        fields: z.array(keysOf<FileField>(FILE_FIELDS)),
        count: z.int(),
        lastOn: Day.nullable(),
      }),
    ),
  })
  .meta({ id: 'KeptAboutMe' });

const ReadersQuery = z.strictObject({
  /** The last day of the month that is looked at; today when absent. */
  until: Day.optional(),
});
const Readers = z
  .object({
    from: Day,
    until: Day,
    /** Newest day first. */
    days: z.array(
      z.object({
        on: Day,
        reads: z.array(
          z.object({
            /** By office or post, never by name; `area` of a post. */
            who: keysOf<ReaderKind | Role>({ ...READERS, ...ROLES }),
            area: z.string().nullable(),
            /** A kind of read; the words stand in the terms. */
            what: z.string(),
            times: z.int(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ReadersOfMe' });

export const listSubjectsContract = contract({
  route: routes.listSubjects,
  summary: 'Whose rights the reader can use: their own as a patient, those of whom they are guardian',
  door: 'signed-in',
  answer: Subjects,
  refusals: [],
});

export const readKeptContract = contract({
  route: routes.readKept,
  summary: 'What is kept about the patient, by kind, with its purpose and legal basis',
  door: 'kept:read',
  params: OfPatient,
  answer: Kept,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const listReadersContract = contract({
  route: routes.listReaders,
  summary: 'Who read the file on which day and what for, over 31 days',
  door: 'kept:read',
  params: OfPatient,
  query: ReadersQuery,
  answer: Readers,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export type SubjectsAnswer = z.infer<typeof Subjects>;
export type KeptAnswer = z.infer<typeof Kept>;
export type ReadersQuery = z.input<typeof ReadersQuery>;
export type Read = z.infer<typeof Readers>['days'][number]['reads'][number];
export type ReadersAnswer = z.infer<typeof Readers>;
