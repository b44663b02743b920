import { listAreas } from '@guanhu/shared/access/access.routes';
import { listDrills, logDrill } from '@guanhu/shared/care-team/crisis-roster.routes';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { areasWith } from '../app/may.ts';
import { usePages, useRead } from '../app/queries.ts';
import { useMayByPost, useMe } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { Card, Detail, More } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Empty, Loading, Problem, Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** Emergency drills that were held: what was practised, who took part, what was found. */
export function DrillsPage() {
  const pages = usePages(listDrills);
  const writes = useMayByPost('drill:write');
  return (
    <div className="place one">
      <main>
        <Detail over="应急值班" title="演练记录" actions={writes && <LogDrill />}>
          {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
          {pages.rows?.length === 0 && (
            <Card>
              <Empty title="还没有演练记录">演练以后，把练了什么、谁参加、发现什么记在这里，不写服务对象。</Empty>
            </Card>
          )}
          {pages.rows?.map(drill => (
            <Card key={drill.drillId} title={`${dayInWords(drill.on)}\u3000${drill.what}`}>
              <p>{drill.findings}</p>
              <p className="sub">{`${drill.townshipName}，参加：${drill.persons.join('、')}；${drill.loggedBy} 登记`}</p>
            </Card>
          ))}
          <More pages={pages} />
        </Detail>
      </main>
    </div>
  );
}

function LogDrill() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        登记演练
      </Button>
      {open && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}

type Participant = { readonly personId: string; readonly name: string };

function Dialog({ onClose }: { onClose: () => void }) {
  const [drillId] = useState(newKey);
  const mine = areasWith(useMe(), 'drill:write');
  const townships = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'township' && mine.includes(area.areaId));
  const [chosen, setChosen] = useState<string>();
  const townshipId = chosen ?? townships[0]?.areaId;
  const [on, setDay] = useState(todayInChina());
  const [what, setWhat] = useState('');
  const [findings, setFindings] = useState('');
  const [persons, setPersons] = useState<readonly Participant[]>([]);
  const write = useWrite(logDrill, onClose);
  const ready = townshipId !== undefined && what.trim() !== '' && findings.trim() !== '' && persons.length > 0;
  const submit = () =>
    ready &&
    write.run({
      body: { drillId, townshipId, on, what: what.trim(), findings: findings.trim(), personIds: persons.map(one => one.personId) },
    });
  return (
    <Modal
      open
      title="登记演练"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: write.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {townships.length > 1 && (
          <Form.Item label="乡镇" htmlFor="drill-township">
            <Select
              id="drill-township"
              value={townshipId ?? null}
              onChange={setChosen}
              options={townships.map(area => ({ value: area.areaId, label: area.name }))}
            />
          </Form.Item>
        )}
        <Form.Item label="哪天" htmlFor="drill-day">
          <DayInput id="drill-day" value={on} max={todayInChina()} onDay={setDay} />
        </Form.Item>
        <Form.Item label="练了什么" htmlFor="drill-what">
          <Input id="drill-what" maxLength={200} value={what} onChange={event => setWhat(event.target.value)} />
        </Form.Item>
        <Form.Item label={`谁参加${persons.length > 0 ? `：${persons.map(one => one.name).join('、')}` : ''}`} htmlFor="drill-person">
          <ColleagueSelect
            id="drill-person"
            value={undefined}
            except={persons.map(one => one.personId)}
            onPerson={(personId, name) => personId !== undefined && setPersons([...persons, { personId, name: name ?? '' }])}
          />
        </Form.Item>
        <Form.Item label="发现什么（不写服务对象）" htmlFor="drill-findings">
          <Input.TextArea id="drill-findings" maxLength={2000} value={findings} onChange={event => setFindings(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
