import { z } from 'zod';
import { contract, Day, IdText, Words } from '../kernel/contract.ts';
import * as routes from './collection.routes.ts';

const RecordCollection = z.strictObject({
  collectionId: IdText,
  /** The day on which it was fetched. */
  on: Day,
  /** How many days it is meant to last, as it is printed or was said. */
  days: z.int().min(1).max(366),
  /** As it is printed on the box; absent: whatever is ordered. */
  drug: Words(40).optional(),
});
const CollectionRecorded = z.object({
  collectionId: IdText,
  on: Day,
  days: z.int(),
  /** The first day without medicine at home, as far as that can be told. */
  runsOutOn: Day.nullable(),
});

export const recordCollectionContract = contract({
  route: routes.recordCollection,
  summary: 'A family says that it has fetched medicine: its word, until somebody who gave it out writes it down',
  door: 'supply:collect',
  params: z.strictObject({ patientId: IdText }),
  body: RecordCollection,
  answer: CollectionRecorded,
  refusals: ['MEDICINE_NOT_YET_GIVEN', 'MEDICINE_GIVEN_LONG_AGO', 'NO_MEDICINE_ORDERED'],
  once: true,
});

export type RecordCollectionBody = z.input<typeof RecordCollection>;
export type RecordCollectionAnswer = z.infer<typeof CollectionRecorded>;
