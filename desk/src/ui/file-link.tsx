import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMayByPost } from '../app/use-me.ts';

/**
 * The way to a patient's file, in lists that are a post's: for whoever reads files by a post. Others, who may be of some team but not of
 * this patient's, read only the words.
 */
export function FileLink({ patientId, children }: { patientId: string; children: ReactNode }) {
  return useMayByPost('patient:read') ? <Link to={`/patients/${patientId}`}>{children}</Link> : <>{children}</>;
}
