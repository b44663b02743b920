import { acknowledgeWarning, closeWarning, listWarnings } from '@guanhu/shared/indicators/warnings.routes';
import type { Story } from './story.ts';

const CALLED = '打过电话，人在邻村帮工，约好后天在家，网格员去访';

/** The record is looked through once more, with what has happened today; of what the doctor found, one is looked into and one dealt with. */
export async function answerWarnings({ house, people }: Story, townshipKey: string): Promise<void> {
  await house.runCron(['early-warnings', 'count-indicators']);
  const as = await people.phone(`doctor@${townshipKey}`);
  const { rows } = await house.call(listWarnings, { as, query: { state: 'open', limit: 100 } });
  const [late, later] = rows.filter(row => row.kind === 'overdue');
  if (late) {
    const body = { version: late.version, note: CALLED };
    await house.call(closeWarning, { as, params: { warningId: late.warningId }, body });
  }
  if (later) await house.call(acknowledgeWarning, { as, params: { warningId: later.warningId }, body: { version: later.version } });
}
