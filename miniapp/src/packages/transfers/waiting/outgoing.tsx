import { useState } from 'react';
import { View } from '@tarojs/components';
import type { TransferOut } from '@guanhu/shared/transfers/transfers.contract';
import { listTransfersOut, withdrawTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { OUT_STATES } from '@guanhu/shared/transfers/transfers.terms';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { ErrorState } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { commonWords } from '../../../words/common.ts';
import { transfersWords } from '../../../words/transfers.ts';
import { momentInWords } from '../../../ui/time.ts';
import { outgoingLines } from './outgoing-lines.ts';

/** As many as anybody looks back on here; older ones are in the files. */
const MOST = 20;

/** Whom the reader's office hands over to other counties, newest first: what was answered, and taking back what is not answered yet. */
export function Outgoing() {
  const { value, refusal, reload } = useRead(listTransfersOut, { query: { limit: MOST } });
  const { doing, send } = useDeeds(reload);
  const [asking, setAsking] = useState<TransferOut>();
  if (!value) return refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : null;
  if (value.rows.length === 0) return null;
  const today = phoneToday();
  const takeBack = () => {
    setAsking(undefined);
    if (asking) void send(withdrawTransfer, { transferId: asking.transferId }, { version: asking.version });
  };
  return (
    <>
      <View className="gh-sub">{transfersWords.outgoing}</View>
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {value.rows.map(row => (
        <Card key={row.transferId} title={row.patientName}>
          <Tag tone={row.state === 'proposed' || row.state === 'rejected' ? 'warn' : 'calm'}>{OUT_STATES[row.state]}</Tag>
          {outgoingLines(row, momentInWords(row.proposedAt, today)).map(line => (
            <View key={line} className="gh-sub">
              {line}
            </View>
          ))}
          {row.mayWithdraw && (
            <View className="gh-gap">
              <BigButton look="line" busy={doing.at === 'sending'} onTap={() => setAsking(row)}>
                {commonWords.withdraw}
              </BigButton>
            </View>
          )}
        </Card>
      ))}
      <Sheet
        open={asking !== undefined}
        title={transfersWords.takeBackAsk}
        confirm={commonWords.withdraw}
        busy={doing.at === 'sending'}
        onConfirm={takeBack}
        onClose={() => setAsking(undefined)}
      >
        {transfersWords.staysHere}
      </Sheet>
    </>
  );
}
