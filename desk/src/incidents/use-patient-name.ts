import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { useRead } from '../app/queries.ts';

/** Whom a form is about, once it is known: nobody shall write it down for somebody else. */
export const usePatientName = (patientId: string): string => useRead(readPatient, { params: { patientId } }).data?.name ?? '';
