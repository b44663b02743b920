import { z } from 'zod';
import { contract, Day, IdText } from '../kernel/contract.ts';
import * as routes from './kept.routes.ts';

const OfPatient = z.strictObject({ patientId: IdText });

/** Whose rights the reader can use on this phone, by a word and never a name. */
const Subjects = z.object({
  rows: z.array(z.object({ patientId: IdText, label: z.string(), as: z.enum(['self', 'guardian']) })),
});

const Kept = z
  .object({
    groups: z.array(
      z.object({
        what: z.string(),
        /** The fields or papers of the group that are there. */
        details: z.array(z.string()),
        count: z.int(),
        lastOn: Day.nullable(),
        /** What it is for and which law allows it. */
        why: z.string(),
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
    /** Newest day first; who by office or post, never by name. */
    days: z.array(z.object({ on: Day, reads: z.array(z.object({ who: z.string(), what: z.string(), times: z.int() })) })),
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
export type ReadersAnswer = z.infer<typeof Readers>;
