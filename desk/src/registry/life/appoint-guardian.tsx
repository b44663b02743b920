import { GUARDIAN_RELATIONS, type GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { GuardiansAnswer } from '@guanhu/shared/registry/guardians.contract';
import { appointGuardian } from '@guanhu/shared/registry/guardians.routes';
import {
  explainOrder,
  GUARDIAN_END_REASONS,
  GUARDIAN_KINDS,
  orderInWords,
  type GuardianEndReason,
  type GuardianKind,
} from '@guanhu/shared/registry/guardianship.rules';
import { Button, Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../../app/api.ts';
import { useWrite } from '../../app/use-write.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Refusal } from '../../ui/states.tsx';
import { todayInChina } from '../../ui/words.ts';

type Props = { patientId: string; present: readonly GuardiansAnswer['guardians'][number][] };

/** A new guardian: beside the others, or in the place of one from a day on. */
export function AppointGuardian(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>登记或变更监护人</Button>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const choices = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, label]) => ({ value, label }));

function Dialog({ patientId, present, onClose }: Props & { onClose: () => void }) {
  const [guardianshipId] = useState(newKey);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [relation, setRelation] = useState<GuardianRelation>();
  const [kind, setKind] = useState<GuardianKind>('statutory');
  const [from, setFrom] = useState(todayInChina());
  const [primary, setPrimary] = useState(true);
  const [proof, setProof] = useState('');
  const [replaced, setReplaced] = useState<string>();
  const [reason, setReason] = useState<GuardianEndReason>('changed');
  const appoint = useWrite(appointGuardian, onClose);
  const others = present.filter(one => one.guardianshipId !== replaced).map(one => one.relation);
  const isReady = name.trim() !== '' && relation !== undefined && (phone === '' || /^1[3-9]\d{9}$/.test(phone));
  const submit = () =>
    relation &&
    appoint.run({
      params: { patientId },
      body: {
        guardianshipId,
        name: name.trim(),
        ...(phone === '' ? {} : { phone }),
        relation,
        kind,
        from,
        primary,
        ...(proof.trim() === '' ? {} : { proof: proof.trim() }),
        ...(replaced === undefined ? {} : { replaces: { guardianshipId: replaced, reason } }),
      },
    });
  return (
    <Modal
      open
      width={600}
      title="登记或变更监护人"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: appoint.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="姓名" htmlFor="guardian-name">
          <Input id="guardian-name" maxLength={40} value={name} onChange={event => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label="手机号（没有手机可不填，另登记代办人）" htmlFor="guardian-phone">
          <Input
            id="guardian-phone"
            inputMode="numeric"
            maxLength={11}
            value={phone}
            onChange={event => setPhone(event.target.value.trim())}
          />
        </Form.Item>
        <Form.Item
          label="是患者的"
          htmlFor="guardian-relation"
          extra={relation && `《民法典》第二十八条${orderInWords(explainOrder(relation, others))}`}
        >
          <Select
            id="guardian-relation"
            value={relation ?? null}
            placeholder="选择关系"
            onChange={setRelation}
            options={choices(GUARDIAN_RELATIONS)}
          />
        </Form.Item>
        <Form.Item label="哪一种监护">
          <Radio.Group
            aria-label="哪一种监护"
            value={kind}
            onChange={event => setKind(event.target.value as GuardianKind)}
            options={choices(GUARDIAN_KINDS)}
          />
        </Form.Item>
        <Form.Item label="材料（委托书、指定文书、村居同意书：谁出具、哪天）" htmlFor="guardian-proof">
          <Input id="guardian-proof" maxLength={200} value={proof} onChange={event => setProof(event.target.value)} />
        </Form.Item>
        <Form.Item label="从哪天起" htmlFor="guardian-from">
          <DayInput id="guardian-from" value={from} max={todayInChina()} onDay={setFrom} />
        </Form.Item>
        {present.length > 0 && (
          <Form.Item label="代替谁（不选就是共同监护）" htmlFor="guardian-replaces">
            <Select
              id="guardian-replaces"
              allowClear
              value={replaced ?? null}
              onChange={(value: string | null) => setReplaced(value ?? undefined)}
              options={present.map(one => ({ value: one.guardianshipId, label: one.name }))}
            />
          </Form.Item>
        )}
        {replaced !== undefined && (
          <Form.Item label="原监护人为什么结束" htmlFor="guardian-reason">
            <Select id="guardian-reason" value={reason} onChange={setReason} options={choices(GUARDIAN_END_REASONS)} />
          </Form.Item>
        )}
        <Checkbox checked={primary} onChange={event => setPrimary(event.target.checked)}>
          作为主要监护人：提醒和服药确认发给这位
        </Checkbox>
        {replaced !== undefined && <p className="sub">换了监护人，监护协议要与新的监护人另签。</p>}
      </Form>
      <Refusal of={appoint} />
    </Modal>
  );
}
