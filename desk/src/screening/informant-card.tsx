import type { InformantAnswer } from '@guanhu/shared/screening/clue.contract';
import { openInformant } from '@guanhu/shared/screening/clue.routes';
import { INFORMANT_REASONS, type InformantReason } from '@guanhu/shared/screening/clue.terms';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Refusal } from '../ui/states.tsx';

/** Who told it: hidden until somebody says why. */
export function InformantCard({ clueId }: { clueId: string }) {
  const opens = useMayByPost('informant:open');
  const [why, setWhy] = useState<InformantReason>();
  const [shown, setShown] = useState<InformantAnswer['informant']>();
  const open = useWrite(openInformant, answer => setShown(answer.informant));
  return (
    <Card title="知情人（保密）">
      {shown ? (
        <p>
          {shown.name}
          {shown.phone !== undefined && (
            <>
              &emsp;
              <PhoneLink phone={shown.phone} />
            </>
          )}
          {shown.note !== undefined && `\u3000${shown.note}`}
        </p>
      ) : opens ? (
        <>
          <p className="sub">有人在保密的前提下提供了线索。要看请选理由，谁在什么时候看过会记下来。</p>
          <Radio.Group
            aria-label="为什么要看"
            value={why}
            onChange={event => setWhy(event.target.value as InformantReason)}
            options={Object.entries(INFORMANT_REASONS).map(([value, label]) => ({ value, label }))}
            vertical
          />
          <div className="actions">
            <Button
              disabled={why === undefined}
              loading={open.busy}
              onClick={() => why && void open.run({ params: { clueId }, body: { why } })}
            >
              看知情人
            </Button>
          </div>
          <Refusal of={open} />
        </>
      ) : (
        <p className="sub">有知情人，只给经办的人看。</p>
      )}
    </Card>
  );
}
