import type { Located } from '@guanhu/shared/registry/file.contract';
import { locatePatient } from '@guanhu/shared/registry/file.routes';
import { ID_TYPES, readIdDocument, type IdType } from '@guanhu/shared/registry/id-document.rules';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** Finds out for a township that was told "there is a file" where it is. */
export function LocateCard() {
  const [idType, setIdType] = useState<IdType>('residentId');
  const [idNumber, setIdNumber] = useState('');
  const [located, setLocated] = useState<Located>();
  const locate = useWrite(locatePatient, setLocated);
  const right = readIdDocument(idType, idNumber, todayInChina()).ok && idType !== 'unknown';
  return (
    <Card title="按证件查档案在哪里">
      <p className="sub">乡镇建档时提示「已有档案，请联系县级管理员」的，在这里查。查询会留下记录。</p>
      <Form layout="vertical" onFinish={() => void locate.run({ body: { idType, idNumber: idNumber.trim() } })}>
        <div className="fields">
          <Form.Item label="证件类型" htmlFor="locate-type" style={{ width: 220 }}>
            <Select
              id="locate-type"
              value={idType}
              onChange={setIdType}
              options={Object.entries(ID_TYPES).map(([value, { label }]) => ({ value: value as IdType, label }))}
            />
          </Form.Item>
          <Form.Item label="证件号码" htmlFor="locate-number" style={{ width: 260 }}>
            <Input
              id="locate-number"
              value={idNumber}
              maxLength={30}
              onChange={event => {
                setIdNumber(event.target.value);
                setLocated(undefined);
              }}
            />
          </Form.Item>
        </div>
        <Refusal of={locate} />
        <Button type="primary" htmlType="submit" disabled={!right} loading={locate.busy}>
          查找
        </Button>
      </Form>
      {located?.rows.length === 0 && <p style={{ marginTop: 12 }}>全县没有登记这个证件号码的档案。</p>}
      {located?.rows.map(row => (
        <p key={row.patientId} style={{ marginTop: 12 }}>
          <strong>{row.name}</strong>：{row.townshipName} {row.villageName}，{PATIENT_STATES[row.state]}
        </p>
      ))}
    </Card>
  );
}
