import { kept } from '../kept';
import { syncOwnPatients } from '../kept/sync.ts';
import { openSession, session } from '.';

/** At every show: what is too old goes, what is kept for the person signed in is opened, and brought up to date where there is signal. */
export async function openKept(): Promise<void> {
  await openSession();
  const now = session();
  if (!now) return;
  await kept.expire();
  if (session()?.token !== now.token) return;
  await kept.open(now.me.personId);
  await syncOwnPatients();
}
