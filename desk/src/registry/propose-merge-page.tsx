import type { RecordAnswer } from '@guanhu/shared/registry/file.contract';
import { FILE_FIELDS, type FileKey } from '@guanhu/shared/registry/file-fields';
import { readRecord } from '@guanhu/shared/registry/file.routes';
import { differingKeys, valueInWords } from '@guanhu/shared/registry/file-values.rules';
import { proposeMerge } from '@guanhu/shared/registry/merge.routes';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { PatientSelect } from './patient-select.tsx';

/** Says that another file is of the same person, and which values are the right ones. */
export function ProposeMergePage() {
  const [search] = useSearchParams();
  const keptId = search.get('kept') ?? '';
  const [mergedId, setMerged] = useState<string>();
  const kept = useRead(readRecord, { params: { patientId: keptId } });
  const merged = useRead(readRecord, { params: { patientId: mergedId ?? '' } }, { enabled: mergedId !== undefined });
  return (
    <Answered of={kept}>
      {answer => (
        <Detail over={`${answer.townshipName} · ${answer.villageName}`} title={`把另一份档案并入 ${String(answer.values.name)}`}>
          <Card title="哪一份是重复的">
            <Form layout="vertical" className="form-narrow">
              <Form.Item
                label="并入的档案"
                htmlFor="merge-other"
                extra="并入以后不再出现在名单里，它的随访、监护、协议等记录转到保留的档案。"
              >
                <PatientSelect id="merge-other" value={mergedId} name={undefined} onPatient={setMerged} />
              </Form.Item>
            </Form>
          </Card>
          {mergedId !== undefined && mergedId !== keptId && (
            <Answered of={merged}>{other => <Choose key={other.patientId} kept={answer} merged={other} />}</Answered>
          )}
          {mergedId === keptId && <p className="sub">请选另一份档案。</p>}
        </Detail>
      )}
    </Answered>
  );
}

function Choose({ kept, merged }: { kept: RecordAnswer; merged: RecordAnswer }) {
  const navigate = useNavigate();
  const [mergeId] = useState(newKey);
  const [take, setTake] = useState<readonly FileKey[]>([]);
  const [reason, setReason] = useState('');
  const propose = useWrite(proposeMerge, () => void navigate(`/merges/${mergeId}`));
  const both = differingKeys(kept.values, merged.values).filter(key => kept.values[key] !== null && merged.values[key] !== null);
  const choose = (key: FileKey, taken: boolean) => setTake(before => (taken ? [...before, key] : before.filter(one => one !== key)));
  const submit = () =>
    propose.run({ body: { mergeId, keptId: kept.patientId, mergedId: merged.patientId, take: [...take], reason: reason.trim() } });
  return (
    <Card title="哪个是对的">
      <Form layout="vertical" onFinish={() => void submit()}>
        {both.length === 0 && <p className="sub">两份档案没有互相矛盾的内容；一份空着的，用另一份填的。</p>}
        {both.map(key => (
          <Form.Item key={key} label={FILE_FIELDS[key].label}>
            <Radio.Group value={take.includes(key)} onChange={event => choose(key, event.target.value as boolean)}>
              <Radio value={false}>{valueInWords(key, kept.values[key])}（保留的档案）</Radio>
              <Radio value>{valueInWords(key, merged.values[key])}（并入的档案）</Radio>
            </Radio.Group>
          </Form.Item>
        ))}
        <div className="form-narrow">
          <Form.Item label="凭什么认定是同一个人" htmlFor="merge-reason">
            <Input.TextArea id="merge-reason" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
          </Form.Item>
          <Refusal of={propose} />
          <Button type="primary" size="large" htmlType="submit" disabled={reason.trim() === ''} loading={propose.busy}>
            提出合并，请同事决定
          </Button>
        </div>
      </Form>
    </Card>
  );
}
