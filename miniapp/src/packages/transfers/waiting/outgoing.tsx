import { View } from '@tarojs/components';
import { listTransfersOut, withdrawTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { OUT_STATES } from '@guanhu/shared/transfers/transfers.terms';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { ErrorState } from '../../../ui/states/states.tsx';
import { transfersWords } from '../../../words/transfers.ts';
import { momentInWords } from '../../../ui/time.ts';
import { outgoingLines } from './outgoing-lines.ts';
import { HandedOverList } from './parts/handed-over.tsx';

/** As many as anybody looks back on here; older ones are in the files. */
const MOST = 20;

/** Whom the reader's office hands over to other counties, newest first: what was answered, and taking back what is not answered yet. */
export function Outgoing() {
  const { value, refusal, reload } = useRead(listTransfersOut, { query: { limit: MOST } });
  const { doing, send } = useDeeds(reload);
  if (!value) return refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : null;
  if (value.rows.length === 0) return null;
  const today = phoneToday();
  return (
    <>
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      <HandedOverList
        title={transfersWords.outgoing}
        stays={transfersWords.staysHere}
        busy={doing.at === 'sending'}
        of={value.rows.map(row => ({
          id: row.transferId,
          name: row.patientName,
          state: OUT_STATES[row.state],
          isOpen: row.state === 'proposed' || row.state === 'rejected',
          lines: outgoingLines(row, momentInWords(row.proposedAt, today)),
          takeBack: row.mayWithdraw
            ? () => void send(withdrawTransfer, { transferId: row.transferId }, { version: row.version })
            : undefined,
        }))}
      />
    </>
  );
}
