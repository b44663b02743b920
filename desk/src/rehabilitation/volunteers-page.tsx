import { addVolunteer, endVolunteer, listVolunteers } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { newKey } from '../app/api.ts';
import { usePages, type RowOf } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Rows } from '../ui/columns.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { usePlace } from '../ui/use-place.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** The team of families that help other families. What they do together stands among the activities. */
export function VolunteersPage() {
  const pages = usePages(listVolunteers);
  const writes = useMayByPost('rehab:write');
  const [adding, setAdding] = useState(false);
  return (
    <Detail
      over="社区康复"
      title="温馨家园"
      actions={
        writes &&
        !adding && (
          <Button type="primary" onClick={() => setAdding(true)}>
            加一位家属
          </Button>
        )
      }
    >
      {adding && <Add onDone={() => setAdding(false)} />}
      <Card>
        <p className="sub">
          愿意帮助别家的家属志愿者。不记是谁的家属。一起办的活动在
          <Link to="/activities?kind=familyTeam">宣传与培训</Link>
          里。
        </p>
        <Rows
          pages={pages}
          empty={<Empty title="还没有家属志愿者">征得家属本人同意以后，把愿意帮忙的家属加进来。</Empty>}
          row={one => (
            <li key={one.volunteerId}>
              <div className="split">
                <span>
                  <strong>{one.name}</strong>
                  {`\u3000${one.does}`}
                </span>
                {writes && one.until === null && <End one={one} />}
              </div>
              <p className="small">
                {`${one.areaName}${one.phone === null ? '' : ` · ${one.phone}`} · ${dayInWords(one.since)} 至 ${dayInWords(one.until, '现在')}`}
              </p>
            </li>
          )}
        />
      </Card>
    </Detail>
  );
}

function End({ one: { volunteerId, version } }: { one: RowOf<typeof listVolunteers> }) {
  const write = useWrite(endVolunteer);
  return (
    <>
      <Button loading={write.busy} onClick={() => void write.run({ params: { volunteerId }, body: { version, lastOn: todayInChina() } })}>
        退出
      </Button>
      <Refusal of={write} />
    </>
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const [volunteerId] = useState(newKey);
  const { areaId, field } = usePlace('rehab:write', 'volunteer-area');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [does, setDoes] = useState('');
  const write = useWrite(addVolunteer, onDone);
  const ready = areaId !== undefined && name.trim() !== '' && does.trim() !== '';
  const submit = () => {
    if (!ready) return;
    const one = { name: name.trim(), phone: phone.trim() === '' ? null : phone.trim(), does: does.trim() };
    void write.run({ body: { volunteerId, areaId, since: todayInChina(), ...one } });
  };
  return (
    <Card title="加一位家属">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label="姓名" htmlFor="volunteer-name">
          <Input id="volunteer-name" maxLength={30} value={name} onChange={event => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label="电话（可不填）" htmlFor="volunteer-phone">
          <Input id="volunteer-phone" maxLength={20} value={phone} onChange={event => setPhone(event.target.value)} />
        </Form.Item>
        {field}
        <Form.Item label="能帮什么" htmlFor="volunteer-does">
          <Input id="volunteer-does" maxLength={200} value={does} onChange={event => setDoes(event.target.value)} />
        </Form.Item>
        <Refusal of={write} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={write.busy} disabled={!ready}>
            加入
          </Button>
          <Button onClick={onDone}>不加了</Button>
        </div>
      </Form>
    </Card>
  );
}
