import type { Group } from '@guanhu/shared/care-team/groups.contract';
import { addGroupMember } from '@guanhu/shared/care-team/groups.routes';
import { GROUP_ROLES, type GroupRole } from '@guanhu/shared/care-team/groups.terms';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { ColleagueSelect } from './colleague-select.tsx';

/** Somebody joins a group. */
export function AddMember({ group }: { group: Group }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        登记成员
      </Button>
      {open && <Dialog group={group} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const [memberId] = useState(newKey);
  const [personId, setPerson] = useState<string>();
  const [role, setRole] = useState<GroupRole>('member');
  const [duty, setDuty] = useState('');
  const [since, setSince] = useState(todayInChina());
  const add = useWrite(addGroupMember, onClose);
  const submit = () =>
    personId !== undefined &&
    add.run({
      params: { areaId: group.areaId },
      body: { memberId, personId, role, duty: duty.trim() === '' ? null : duty.trim(), since },
    });
  return (
    <Modal
      open
      title={`登记成员：${group.areaName}`}
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: personId === undefined, loading: add.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="成员" htmlFor="member">
          <ColleagueSelect
            id="member"
            value={personId}
            onPerson={setPerson}
            except={group.members.filter(one => !one.over).map(one => one.personId)}
          />
        </Form.Item>
        <Form.Item label="职务">
          <Radio.Group
            value={role}
            onChange={event => setRole(event.target.value as GroupRole)}
            options={Object.entries(GROUP_ROLES).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item label="主要职责（可不填）" htmlFor="duty">
          <Input id="duty" maxLength={200} value={duty} onChange={event => setDuty(event.target.value)} />
        </Form.Item>
        <Form.Item label="从哪天起" htmlFor="member-since">
          <DayInput id="member-since" value={since} onDay={setSince} />
        </Form.Item>
      </Form>
      <Refusal of={add} />
    </Modal>
  );
}
