import { useState } from 'react';
import { View } from '@tarojs/components';
import { listAreas } from '@guanhu/shared/access/access.routes';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import type { TransferInRead } from '@guanhu/shared/transfers/transfers.contract';
import { answerTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { useRead } from '../../../../platform/api/use-read.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Chips } from '../../../../ui/form/chips.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { RejectSheet } from '../../reject-sheet.tsx';
import { transfersWords } from '../../../../words/transfers.ts';

type AnswerCardProps = {
  readonly transfer: TransferInRead;
  readonly busy: boolean;
  readonly send: <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => Promise<void>;
};

/** Into a village of the township, or back with a reason; each is asked once more. */
export function AnswerCard({ transfer: { transferId, townshipId, version, knownHere }, busy, send }: AnswerCardProps) {
  const areas = useRead(listAreas, { keep: true }).value?.rows ?? [];
  const villages = areas.filter(area => area.parentId === townshipId).map(area => ({ value: area.areaId, text: area.name }));
  const [villageId, setVillage] = useState<string>();
  const [asking, setAsking] = useState<'accept' | 'reject'>();
  const [tried, setTried] = useState(false);
  const village = villages.find(one => one.value === villageId);
  const accept = () => {
    setTried(true);
    if (village) setAsking('accept');
  };
  return (
    <>
      <FormRow
        title={transfersWords.whichVillage}
        note={knownHere ? transfersWords.knownHere : transfersWords.villageNote}
        fault={tried && !village ? transfersWords.chooseVillage : undefined}
      >
        <Chips options={villages} value={villageId} onChange={setVillage} />
      </FormRow>
      <View className="gh-row">
        <View className="gh-row__narrow">
          <BigButton look="line" disabled={busy} onTap={() => setAsking('reject')}>
            {transfersWords.reject}
          </BigButton>
        </View>
        <View className="gh-row__narrow">
          <BigButton busy={busy} onTap={accept}>
            {transfersWords.accept}
          </BigButton>
        </View>
      </View>
      <Sheet
        open={asking === 'accept'}
        title={transfersWords.acceptAsk(village?.text ?? '')}
        confirm={transfersWords.accept}
        busy={busy}
        onConfirm={() => {
          setAsking(undefined);
          if (village) void send(answerTransfer, { transferId }, { version, answer: 'accept', villageId: village.value });
        }}
        onClose={() => setAsking(undefined)}
      >
        {transfersWords.villageNote}
      </Sheet>
      <RejectSheet
        open={asking === 'reject'}
        busy={busy}
        onReject={reason => {
          setAsking(undefined);
          void send(answerTransfer, { transferId }, { version, answer: 'reject', reason });
        }}
        onClose={() => setAsking(undefined)}
      />
    </>
  );
}
