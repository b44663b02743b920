import { route } from '../kernel/route.ts';
import type * as C from './warnings.contract.ts';

type OfWarning = { warningId: string };

export const listWarnings = route<{ query: C.WarningsQuery; answer: C.WarningsPage }>()('GET', '/warnings');
export const acknowledgeWarning = route<{ params: OfWarning; body: C.AcknowledgeWarningBody; answer: C.WarningAnswer }>()(
  'POST',
  '/warnings/:warningId/acknowledge',
);
export const closeWarning = route<{ params: OfWarning; body: C.CloseWarningBody; answer: C.WarningAnswer }>()(
  'POST',
  '/warnings/:warningId/close',
);
