import type { CrisisRoster, DutyShift } from '@guanhu/shared/care-team/crisis-roster.contract';
import { readCrisisRoster, removeShift } from '@guanhu/shared/care-team/crisis-roster.routes';
import { addDays, mondayOf } from '@guanhu/shared/kernel/calendar-date';
import { Alert, Button, Popconfirm, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useTownships } from '../app/use-townships.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Answered, Empty, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords, spanInWords, todayInChina } from '../ui/words.ts';
import { AddShift } from './add-shift.tsx';
import { SwapShift } from './swap-shift.tsx';

/** Two weeks are on the screen at once. */
const DAYS = 14;

/** Who is on duty for emergencies, township by township, and when nobody is. */
export function CrisisRosterPage() {
  const known = useTownships('crisis-roster:read');
  const townships = known ?? [];
  const [chosen, setChosen] = useState<string>();
  const townshipId = chosen ?? townships[0]?.areaId;
  const [from, setFrom] = useState(() => mondayOf(todayInChina()));
  const until = addDays(from, DAYS - 1);
  const writes = useMayByPost('crisis-roster:write');
  const roster = useRead(readCrisisRoster, { query: { townshipId: townshipId ?? '', from, until } }, { enabled: townshipId !== undefined });
  return (
    <div className="place one">
      <main>
        <Detail
          over="应急值班"
          title={roster.data?.townshipName ?? '值班表'}
          actions={
            <>
              <Link to="/crisis/drills">演练记录</Link>
              {writes && townshipId !== undefined && <AddShift townshipId={townshipId} />}
            </>
          }
        >
          <div className="actions">
            {townships.length > 1 && (
              <Select
                aria-label="乡镇"
                value={townshipId ?? null}
                onChange={setChosen}
                options={townships.map(area => ({ value: area.areaId, label: area.name }))}
                style={{ minWidth: 180 }}
              />
            )}
            <Button onClick={() => setFrom(addDays(from, -DAYS))}>前两周</Button>
            <span>{spanInWords(from, until)}</span>
            <Button onClick={() => setFrom(addDays(from, DAYS))}>后两周</Button>
          </div>
          {townshipId !== undefined && <Answered of={roster}>{answer => <Roster roster={answer} writes={writes} />}</Answered>}
        </Detail>
      </main>
    </div>
  );
}

const timeInWords = ({ from, until }: { readonly from: string; readonly until: string }): string =>
  `${instantInWords(from)} 到 ${instantInWords(until)}`;

function Roster({ roster, writes }: { roster: CrisisRoster; writes: boolean }) {
  return (
    <>
      {roster.gaps.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`有 ${roster.gaps.length} 段时间没有人值班`}
          description={
            <ul className="plain-list">
              {roster.gaps.map(gap => (
                <li key={gap.from}>{timeInWords(gap)}</li>
              ))}
            </ul>
          }
        />
      )}
      <Card title="值班">
        {roster.shifts.length === 0 ? (
          <Empty title="这两周还没有排班">排好以后，家属和团队在手机的求助页上能看到当晚值班的电话。</Empty>
        ) : (
          <Table
            size="small"
            rowKey="shiftId"
            pagination={false}
            scroll={{ x: 640 }}
            dataSource={roster.shifts}
            columns={[
              { title: '时间', key: 'time', render: (_, shift) => timeInWords(shift) },
              { title: '值班人', key: 'name', render: (_, shift) => <Who shift={shift} /> },
              { title: '电话', key: 'phone', render: (_, shift) => shift.phone !== null && <PhoneLink phone={shift.phone} /> },
              {
                title: '',
                key: 'change',
                render: (_, shift) => (shift.over ? <Tag>已结束</Tag> : writes && <Change shift={shift} roster={roster} />),
              },
            ]}
          />
        )}
      </Card>
    </>
  );
}

const isNow = ({ from, until }: DutyShift): boolean => Date.parse(from) <= Date.now() && Date.now() < Date.parse(until);

const Who = ({ shift }: { shift: DutyShift }) => (
  <>
    {shift.name} {isNow(shift) && <Tag tone="calm">现在值班</Tag>}
    {shift.insteadOf !== null && <span className="small">{`（原为 ${shift.insteadOf}）`}</span>}
    <p className="small">{shift.posts.join('、')}</p>
  </>
);

function Change({ shift, roster }: { shift: DutyShift; roster: CrisisRoster }) {
  const write = useWrite(removeShift);
  return (
    <>
      <div className="actions">
        <SwapShift shift={shift} others={roster.shifts.filter(one => !one.over && one.personId !== shift.personId)} />
        <Popconfirm
          title="取消这一班？已经开始的到现在为止。"
          okText="取消这一班"
          cancelText="不取消"
          onConfirm={() => void write.run({ params: { shiftId: shift.shiftId }, body: { version: shift.version } })}
        >
          <Button loading={write.busy}>取消</Button>
        </Popconfirm>
      </div>
      <Refusal of={write} />
    </>
  );
}
