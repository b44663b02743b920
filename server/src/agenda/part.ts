import type { Id } from '@guanhu/shared/kernel/ids';

/** The patients of one part of a county: those whose ids lie between these two, both included. */
export type Part = { readonly from: Id; readonly to: Id };

/** The part that is one patient. */
export const partOfOne = (patientId: Id): Part => ({ from: patientId, to: patientId });
