import { z } from 'zod';
import { Day } from '../kernel/contract.ts';
import { BAND_COLOURS, VISITING_SEATS } from './policy.terms.ts';

/** A colour is for staff only: nothing that an outsider sees carries it. */
export const BandView = z.object({ key: z.string(), label: z.string(), colour: z.enum(BAND_COLOURS) }).meta({ id: 'Band' });
/** When which seat visits next. */
export const DueView = z.object({ seat: z.enum(VISITING_SEATS), dueOn: Day, overdue: z.boolean() }).meta({ id: 'VisitDue' });

export type BandAnswer = z.infer<typeof BandView>;
export type DueAnswer = z.infer<typeof DueView>;
