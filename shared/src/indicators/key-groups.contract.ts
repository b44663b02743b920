import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, keysOf, PageOf } from '../kernel/contract.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import * as routes from './key-groups.routes.ts';
import { KEY_GROUPS, type KeyGroup } from './key-groups.terms.ts';

const KeyGroupQuery = IdPageQuery.extend({ group: keysOf<KeyGroup>(KEY_GROUPS) });
const KeyGroupPatient = z
  .object({
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    state: keysOf<PatientState>(PATIENT_STATES),
    /** The day from which it is so, where it has one. */
    since: Day.nullable(),
  })
  .meta({ id: 'KeyGroupPatient' });

export const listKeyGroupContract = contract({
  route: routes.listKeyGroup,
  summary:
    'The reader’s own patients in care who are of a group that is to be looked after first, as they are today; nothing follows by itself',
  door: 'patient:read',
  query: KeyGroupQuery,
  answer: PageOf(KeyGroupPatient),
  refusals: [],
});

export type KeyGroupQuery = z.input<typeof KeyGroupQuery>;
export type KeyGroupPatient = z.infer<typeof KeyGroupPatient>;
export type KeyGroupPage = { rows: KeyGroupPatient[]; next: string | null };
