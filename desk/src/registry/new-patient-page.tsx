import { listAreas } from '@guanhu/shared/access/access.routes';
import { LIKENESSES } from '@guanhu/shared/registry/duplicate.rules';
import type { Duplicates } from '@guanhu/shared/registry/file.contract';
import type { FileKey, FileValues } from '@guanhu/shared/registry/file-fields';
import { createPatient, findDuplicates } from '@guanhu/shared/registry/file.routes';
import { BLANK_FILE, changedFile, faultsOf } from '@guanhu/shared/registry/file-values.rules';
import type { IdType } from '@guanhu/shared/registry/id-document.rules';
import { FIRST_STATES, PATIENT_STATES, type FirstState, type Sex } from '@guanhu/shared/registry/registry.terms';
import { isPartialDate, partialInWords } from '@guanhu/shared/kernel/partial-date';
import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { todayInChina } from '../ui/words.ts';
import { FileFieldInput } from './file-field-input.tsx';

const ASKED = ['name', 'idType', 'idNumber', 'born', 'sex', 'phone'] as const satisfies readonly FileKey[];

/** What a beginning means for what is done. */
const BEGINNINGS: Readonly<Record<FirstState, string>> = {
  suspected: '还没有确诊：只在有情况时联系，不安排随访和服药，等精神科医师复核',
  registered: '已经确诊，知情同意或专班还没办齐：开始随访，不问服药',
  inCare: '已经确诊，同意和专班都办好了：随访、服药全部开始',
};

/** Opens a file by hand: first it is looked whether the person has one. */
export function NewPatientPage() {
  const navigate = useNavigate();
  const [patientId] = useState(newKey);
  const [villageId, setVillage] = useState<string>();
  const [typed, setTyped] = useState<Partial<FileValues>>({});
  const [found, setFound] = useState<Duplicates>();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<FirstState>();
  const [stateReason, setStateReason] = useState('');
  const villages = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'village');
  const look = useWrite(findDuplicates, setFound);
  const create = useWrite(createPatient, () => void navigate(`/patients/${patientId}`));
  const today = todayInChina();
  const values = changedFile(BLANK_FILE, typed, today);
  const faults = Object.keys(typed).length === 0 ? [] : faultsOf(values, today);
  const ready = villageId !== undefined && typeof values.name === 'string' && faults.length === 0;
  const text = (key: FileKey) => (typeof values[key] === 'string' ? values[key] : undefined);
  const described = () => {
    const [idType, idNumber, born] = [text('idType') as IdType | undefined, text('idNumber'), text('born')];
    return {
      villageId: villageId ?? '',
      name: text('name')?.trim() ?? '',
      ...(idType !== undefined && { idType }),
      ...(idNumber !== undefined && { idNumber }),
      ...(born !== undefined && isPartialDate(born) && { born }),
    };
  };
  const submit = () => {
    const [sex, phone] = [text('sex') as Sex | undefined, text('phone')];
    if (state === undefined) return;
    return create.run({
      body: {
        patientId,
        ...described(),
        state,
        ...(stateReason.trim() !== '' && { stateReason: stateReason.trim() }),
        ...(sex !== undefined && { sex }),
        ...(phone !== undefined && { phone }),
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      },
    });
  };
  const isBegun = state === 'inCare' || (state !== undefined && stateReason.trim() !== '');
  const alike = found?.rows ?? [];
  const certain = found?.elsewhere === true || alike.some(row => row.likeness === 'sameDocument');
  return (
    <Detail title="新建档案">
      <Card title="一、是谁">
        <Form layout="vertical" onFinish={() => void look.run({ body: described() })}>
          <div className="fields">
            <Form.Item label="村(居)" htmlFor="new-village" style={{ width: 250 }}>
              <Select
                id="new-village"
                value={villageId ?? null}
                onChange={next => {
                  setVillage(next);
                  setFound(undefined);
                }}
                placeholder="请选择"
                showSearch={{ optionFilterProp: 'label' }}
                options={villages.map(area => ({ value: area.areaId, label: area.name }))}
              />
            </Form.Item>
            {ASKED.map(key => (
              <FileFieldInput
                key={key}
                of={key}
                value={typed[key] ?? null}
                fault={key in typed || key === 'idNumber' ? faults.find(fault => fault.key === key)?.say : undefined}
                onValue={value => {
                  setTyped(before => ({ ...before, [key]: value }));
                  setFound(undefined);
                }}
              />
            ))}
          </div>
          <p className="small">不知道的空着。身份不明的，证件类型选「身份不明」，姓名写平时的称呼。</p>
          <Refusal of={look} />
          <Button type={found ? 'default' : 'primary'} size="large" htmlType="submit" disabled={!ready} loading={look.busy}>
            先查有没有档案
          </Button>
        </Form>
      </Card>
      {found && (
        <Card title="二、核对">
          {found.elsewhere && <Alert type="warning" title="已有档案，请联系县级管理员" style={{ marginBottom: 12 }} />}
          {alike.length === 0 && !found.elsewhere && <p>没有找到可能是同一个人的档案。</p>}
          {alike.length > 0 && (
            <>
              <p className="sub">下面的档案可能是同一个人，请逐份核对：</p>
              <ul className="plain-list">
                {alike.map(row => (
                  <li key={row.patientId} className="split">
                    <span>
                      <Link to={`/patients/${row.patientId}`}>{row.name}</Link>
                      <span className="small">
                        &emsp;{row.villageName} · {PATIENT_STATES[row.state]}
                        {row.born !== null && ` · ${partialInWords(row.born)}出生`}
                        {row.idNumberEnd !== null && ` · 证件尾号 ${row.idNumberEnd}`}
                      </span>
                    </span>
                    <Tag tone={row.likeness === 'sameDocument' ? 'danger' : 'warn'}>{LIKENESSES[row.likeness]}</Tag>
                  </li>
                ))}
              </ul>
            </>
          )}
          {!certain && (
            <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
              {alike.length > 0 && (
                <Form.Item label="为什么是另一个人" htmlFor="new-reason" style={{ marginTop: 12 }}>
                  <Input.TextArea
                    id="new-reason"
                    value={reason}
                    rows={2}
                    maxLength={200}
                    onChange={event => setReason(event.target.value)}
                  />
                </Form.Item>
              )}
              <Form.Item label="从哪一步开始" style={{ marginTop: 12 }}>
                <Radio.Group
                  aria-label="从哪一步开始"
                  value={state}
                  onChange={event => setState(event.target.value as FirstState)}
                  options={FIRST_STATES.map(value => ({
                    value,
                    label: (
                      <>
                        {PATIENT_STATES[value]}
                        <div className="small">{BEGINNINGS[value]}</div>
                      </>
                    ),
                  }))}
                  vertical
                />
              </Form.Item>
              {state !== undefined && state !== 'inCare' && (
                <Form.Item label={state === 'suspected' ? '谁发现的、看到了什么' : '哪家医院、什么时候确诊'} htmlFor="new-state-reason">
                  <Input.TextArea
                    id="new-state-reason"
                    value={stateReason}
                    rows={2}
                    maxLength={200}
                    onChange={event => setStateReason(event.target.value)}
                  />
                </Form.Item>
              )}
              <Refusal of={create} />
              <Button
                type="primary"
                size="large"
                htmlType="submit"
                style={{ marginTop: 12 }}
                disabled={!ready || !isBegun || (alike.length > 0 && reason.trim() === '')}
                loading={create.busy}
              >
                {alike.length > 0 ? '仍然新建' : '新建档案'}
              </Button>
            </Form>
          )}
        </Card>
      )}
    </Detail>
  );
}
