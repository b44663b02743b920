import { reportMissing } from '@guanhu/shared/incidents/missing.routes';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { fileBase64 } from '../intake/file-base64.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { usePatientName } from './use-patient-name.ts';

/** Somebody is gone: by what they are known, and the two papers that follow. */
export function NewMissingPage() {
  const { patientId = '' } = useParams();
  const navigate = useNavigate();
  const name = usePatientName(patientId);
  const incidentId = useSearchParams()[0].get('incident');
  const [missingId] = useState(newKey);
  const [seen, setSeen] = useState('');
  const [said, setSaid] = useState({ place: '', clothes: '', looks: '' });
  const [photo, setPhoto] = useState<{ attachmentId: string; content: string }>();
  const [sheetAgreed, setSheetAgreed] = useState(false);
  const write = useWrite(reportMissing, () => void navigate(`/after-incidents/missing/${missingId}`));
  const lastSeenAt = seen === '' ? undefined : `${seen}:00+08:00`;
  const submit = () => {
    if (lastSeenAt === undefined) return;
    const looks = said.looks.trim() === '' ? {} : { looks: said.looks.trim() };
    const about = { ...(incidentId === null ? {} : { incidentId }), ...(photo ? { photo } : {}) };
    const facts = { lastSeenAt, place: said.place.trim(), clothes: said.clothes.trim(), ...looks, sheetAgreed };
    void write.run({ params: { patientId }, body: { missingId, ...facts, ...about } });
  };
  const FIELDS = [
    ['place', '最后在哪里看到', 100],
    ['clothes', '穿什么衣服', 200],
    ['looks', '身高、胖瘦、口音等（可以不写，不要写病情）', 200],
  ] as const;
  return (
    <Detail over="先打 110；这里的登记不等于报警" title={`登记走失：${name}`}>
      <Card>
        <Form layout="vertical" onFinish={submit}>
          <Form.Item label="最后看到的时间" htmlFor="missing-seen">
            <Input
              id="missing-seen"
              type="datetime-local"
              value={seen}
              onChange={event => setSeen(event.target.value)}
              style={{ maxWidth: 260 }}
            />
          </Form.Item>
          {FIELDS.map(([name, label, most]) => (
            <Form.Item key={name} label={label} htmlFor={`missing-${name}`}>
              <Input
                id={`missing-${name}`}
                maxLength={most}
                value={said[name]}
                onChange={event => setSaid({ ...said, [name]: event.target.value })}
              />
            </Form.Item>
          ))}
          <Form.Item label="照片（可以没有）" htmlFor="missing-photo">
            <input
              id="missing-photo"
              type="file"
              accept="image/jpeg,image/png"
              onChange={event => {
                const file = event.target.files?.[0];
                if (file) void fileBase64(file).then(content => setPhoto({ attachmentId: newKey(), content }));
              }}
            />
          </Form.Item>
          <Form.Item>
            <Checkbox checked={sheetAgreed} onChange={event => setSheetAgreed(event.target.checked)}>
              家属同意在寻人启事上写姓名、印照片
            </Checkbox>
          </Form.Item>
          <Refusal of={write} />
          <Button
            type="primary"
            htmlType="submit"
            disabled={lastSeenAt === undefined || said.place.trim() === '' || said.clothes.trim() === ''}
            loading={write.busy}
          >
            登记走失
          </Button>
        </Form>
      </Card>
    </Detail>
  );
}
