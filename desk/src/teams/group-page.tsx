import { listOrganisations } from '@guanhu/shared/access/access.routes';
import type { Group, GroupMember } from '@guanhu/shared/care-team/groups.contract';
import { endGroupMember, readGroup, setGroupOffice } from '@guanhu/shared/care-team/groups.routes';
import { GROUP_KINDS, GROUP_ROLES } from '@guanhu/shared/care-team/groups.terms';
import { Button, Select, Table } from 'antd';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Answered, Empty, Refusal } from '../ui/states.tsx';
import { nearDayInWords, todayInChina } from '../ui/words.ts';
import { AddMember } from './add-member.tsx';

/** One group: its office, who is in it, who was. */
export function GroupPage() {
  const { areaId = '' } = useParams();
  const group = useRead(readGroup, { params: { areaId } });
  return <Answered of={group}>{answer => <Shown group={answer} />}</Answered>;
}

function Shown({ group }: { group: Group }) {
  const mayWrite = useMayByPost('group:write');
  const now = group.members.filter(member => !member.over);
  const before = group.members.filter(member => member.over);
  return (
    <Detail
      over={GROUP_KINDS[group.kind]}
      title={`${group.areaName}${GROUP_KINDS[group.kind]}`}
      actions={mayWrite && <AddMember group={group} />}
    >
      <Office group={group} mayWrite={mayWrite} />
      <Members title="现在的成员" members={now} group={group} mayEnd={mayWrite} />
      {before.length > 0 && <Members title="以前的成员" members={before} group={group} mayEnd={false} />}
    </Detail>
  );
}

function Office({ group, mayWrite }: { group: Group; mayWrite: boolean }) {
  const { rows = [] } = useRead(listOrganisations).data ?? {};
  const write = useWrite(setGroupOffice);
  if (group.kind !== 'comprehensiveGroup') return null;
  return (
    <Card title="办公室">
      <Refusal of={write} />
      {mayWrite ? (
        <Select
          aria-label="办公室设在哪个单位"
          allowClear
          placeholder="设在哪个单位，如平安办、社会事务办"
          value={group.office?.organisationId ?? null}
          loading={write.busy}
          onChange={(organisationId?: string) =>
            void write.run({ params: { areaId: group.areaId }, body: { organisationId: organisationId ?? null } })
          }
          style={{ minWidth: 260 }}
          options={rows.filter(one => one.areaId === group.areaId).map(one => ({ value: one.organisationId, label: one.name }))}
        />
      ) : (
        <Facts of={[['设在', group.office?.name ?? '还没有定']]} />
      )}
    </Card>
  );
}

type MembersProps = { title: string; members: readonly GroupMember[]; group: Group; mayEnd: boolean };

function Members({ title, members, group, mayEnd }: MembersProps) {
  const end = useWrite(endGroupMember);
  return (
    <Card title={title}>
      <Refusal of={end} />
      {members.length === 0 ? (
        <Empty title="还没有成员">请登记组长和各单位的成员。</Empty>
      ) : (
        <Table
          size="small"
          rowKey="memberId"
          pagination={false}
          dataSource={[...members]}
          columns={[
            { title: '职务', key: 'role', width: 80, render: (_, one) => GROUP_ROLES[one.role] },
            {
              title: '姓名、电话',
              key: 'name',
              width: 124,
              render: (_, one) => (
                <>
                  <div>{one.name}</div>
                  <PhoneLink phone={one.phone} />
                </>
              ),
            },
            { title: '单位和岗位', key: 'posts', render: (_, one) => one.posts.join('、') || '—' },
            { title: '主要职责', key: 'duty', render: (_, one) => one.duty ?? '—' },
            {
              title: '任期',
              key: 'days',
              width: 130,
              render: (_, one) => `${nearDayInWords(one.since)} 起${one.until === null ? '' : `，至 ${nearDayInWords(one.until)}`}`,
            },
            ...(mayEnd
              ? [
                  {
                    title: '',
                    key: 'end',
                    width: 90,
                    render: (_: unknown, one: GroupMember) =>
                      one.until === null && (
                        <Button
                          size="small"
                          aria-label={`结束 ${one.name} 的任期`}
                          loading={end.busy}
                          onClick={() =>
                            void end.run({ params: { areaId: group.areaId, memberId: one.memberId }, body: { lastDay: todayInChina() } })
                          }
                        >
                          到今天止
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  );
}
