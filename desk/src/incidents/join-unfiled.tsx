import { INCIDENT_KINDS } from '@guanhu/shared/incidents/incidents.terms';
import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { joinUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** Two reports from one village of somebody without a file stay two until somebody says that they are one. */
export function JoinUnfiled({ incidentId, villageName }: { incidentId: string; villageName: string }) {
  const navigate = useNavigate();
  const [sameAs, setSameAs] = useState<string>();
  const join = useWrite(joinUnfiledIncident, () => void navigate(`/incidents/${sameAs ?? ''}`));
  const others = (useRead(listIncidents, {}).data?.rows ?? []).filter(
    row => row.patientId === null && row.villageName === villageName && row.incidentId !== incidentId,
  );
  if (others.length === 0) return null;
  return (
    <Form layout="vertical">
      <Form.Item label="和另一条是同一个人、同一件事？说明、录音和照片会一起并过去" htmlFor="same-as">
        <div className="actions">
          <Select
            id="same-as"
            style={{ minWidth: 280 }}
            placeholder="选择另一条"
            value={sameAs ?? null}
            onChange={setSameAs}
            options={others.map(row => ({ value: row.incidentId, label: `${INCIDENT_KINDS[row.kind]} ${instantInWords(row.reportedAt)}` }))}
          />
          <Button
            disabled={sameAs === undefined}
            loading={join.busy}
            onClick={() => sameAs !== undefined && void join.run({ params: { incidentId }, body: { sameAs } })}
          >
            合并为一件
          </Button>
        </div>
      </Form.Item>
      <Refusal of={join} />
    </Form>
  );
}
