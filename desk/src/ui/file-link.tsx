import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../app/use-me.ts';

/** The way to a patient's file for whoever may ever read files; for others only the words. */
export function FileLink({ patientId, children }: { patientId: string; children: ReactNode }) {
  return useMay('patient:read') ? <Link to={`/patients/${patientId}`}>{children}</Link> : <>{children}</>;
}
