import { useState } from 'react';
import { listAreas } from '@guanhu/shared/access/access.routes';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import type { TransferInRead } from '@guanhu/shared/transfers/transfers.contract';
import { answerTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { useRead } from '../../../../platform/api/use-read.ts';
import { Chips } from '../../../../ui/form/chips.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { transfersWords } from '../../../../words/transfers.ts';
import { YesOrNo } from '../../yes-or-no.tsx';

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
  const [tried, setTried] = useState(false);
  const village = villages.find(one => one.value === villageId);
  return (
    <>
      <FormRow
        title={transfersWords.whichVillage}
        note={knownHere ? transfersWords.knownHere : transfersWords.villageNote}
        fault={tried && !village ? transfersWords.chooseVillage : undefined}
      >
        <Chips options={villages} value={villageId} onChange={setVillage} />
      </FormRow>
      <YesOrNo
        village={village?.text ?? ''}
        note={transfersWords.villageNote}
        busy={busy}
        mayAccept={() => {
          setTried(true);
          return village !== undefined;
        }}
        onAccept={() => {
          if (village) void send(answerTransfer, { transferId }, { version, answer: 'accept', villageId: village.value });
        }}
        onReject={reason => void send(answerTransfer, { transferId }, { version, answer: 'reject', reason })}
      />
    </>
  );
}
