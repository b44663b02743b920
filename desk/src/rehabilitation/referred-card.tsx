import type { ReferredPage } from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import { joinProgramme, listProgrammes, listReferred } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { REHAB_KINDS } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Rows } from '../ui/columns.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** Who was referred to the community: taken into a programme here, and told back about when that ends. */
export function ReferredCard() {
  const pages = usePages(listReferred);
  const takesIn = useMayByPost('rehab:write');
  return (
    <Card title="转介待接收">
      <p className="sub">医生转介来做社区康复的人。接收后加入项目，离开项目时自动反馈给医生。</p>
      <Rows
        pages={pages}
        empty={<Empty title="没有待接收的转介">医生在转诊里选“转介社区康复”以后，显示在这里。</Empty>}
        row={one => (
          <li key={one.referralId}>
            <strong>{one.patientName}</strong>
            {`\u3000${one.villageName}`}
            <p className="small">{`${dayInWords(one.sentOn)}转诊`}</p>
            {takesIn && <TakeIn referred={one} />}
          </li>
        )}
      />
    </Card>
  );
}

function TakeIn({ referred: { referralId, patientId, patientName } }: { referred: ReferredPage['rows'][number] }) {
  const [participantId] = useState(newKey);
  const [programmeId, setProgramme] = useState<string>();
  const programmes = usePages(listProgrammes);
  const join = useWrite(joinProgramme);
  const open = (programmes.rows ?? []).filter(one => one.until === null);
  const takeIn = () =>
    programmeId !== undefined &&
    void join.run({ params: { patientId }, body: { participantId, programmeId, origin: 'referral', since: todayInChina(), referralId } });
  return (
    <>
      <div className="actions">
        <Select
          aria-label={`${patientName}加入哪个项目`}
          placeholder="加入哪个项目"
          value={programmeId ?? null}
          onChange={(id: string) => setProgramme(id)}
          options={open.map(one => ({ value: one.programmeId, label: `${one.what}（${one.areaName}，${REHAB_KINDS[one.kind]}）` }))}
          style={{ minWidth: 220 }}
        />
        <Button type="primary" disabled={programmeId === undefined} loading={join.busy} onClick={takeIn}>
          接收
        </Button>
      </div>
      <Refusal of={join} />
    </>
  );
}
