import type { EntryAnswer } from '@guanhu/shared/exchange/exchange.contract';
import {
  DEPARTMENTS,
  ENTRY_STATES,
  SYSTEM_KEYS,
  SYSTEMS,
  type EntryState,
  type OutsideSystem,
} from '@guanhu/shared/exchange/exchange.terms';
import { listEntries, recordEntry } from '@guanhu/shared/exchange/exchange.routes';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

const TONES: Readonly<Record<EntryState, Tone>> = { entered: 'calm', pending: 'warn', removed: 'plain' };

/** Who is entered in the systems of the nation and of the police. */
export function EntriesPage() {
  const { posts } = useMe();
  const mine = (system: OutsideSystem) => posts.some(post => post.role === DEPARTMENTS[SYSTEMS[system].department].role);
  const [system, setSystem] = useState<OutsideSystem>(SYSTEM_KEYS.find(mine) ?? 'national');
  const pages = usePages(listEntries, { query: { system } });
  return (
    <Detail title="外部系统录入">
      <Card
        actions={
          <Select<OutsideSystem>
            aria-label="哪个系统"
            value={system}
            onChange={setSystem}
            style={{ minWidth: 240 }}
            options={SYSTEM_KEYS.map(value => ({ value, label: SYSTEMS[value].label }))}
          />
        }
      >
        <p className="sub">这里只登记录入与否，不连接外部系统。由{DEPARTMENTS[SYSTEMS[system].department].label}登记。</p>
        {pages.rows?.length === 0 && <Empty title="没有服务对象" />}
        <ul className="plain-list">
          {pages.rows?.map(row => (
            <Line key={row.patient.patientId} row={row} system={system} mayRecord={mine(system)} />
          ))}
        </ul>
        <More pages={pages} />
      </Card>
    </Detail>
  );
}

function Line({ row: { patient, state, on }, system, mayRecord }: { row: EntryAnswer; system: OutsideSystem; mayRecord: boolean }) {
  const record = useWrite(recordEntry);
  const next: EntryState = state === 'entered' ? 'removed' : 'entered';
  const send = () =>
    void record.run({ body: { entryId: newKey(), patientId: patient.patientId, system, state: next, on: todayInChina() } });
  return (
    <li>
      <div className="split">
        <span>
          <strong>{patient.name}</strong>
          <span className="small">{`\u3000${patient.villageName}${on === null ? '' : `\u3000${dayInWords(on)}`}`}</span>
        </span>
        <span className="actions">
          <Tag tone={state === null ? 'warn' : TONES[state]}>{state === null ? '没有登记' : ENTRY_STATES[state]}</Tag>
          {mayRecord && (
            <Button loading={record.busy} onClick={send}>
              {next === 'entered' ? '已录入' : '已移出'}
            </Button>
          )}
        </span>
      </div>
      <Refusal of={record} />
    </li>
  );
}
