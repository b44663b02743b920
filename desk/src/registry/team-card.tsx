import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { Table } from 'antd';
import { useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';

/** The eight posts, each with who can be called. */
export function TeamCard({ patientId }: { patientId: string }) {
  const team = useRead(readTeam, { params: { patientId } });
  return (
    <Card title="一人一专班">
      <Answered of={team}>
        {({ seats }) => (
          <Table
            size="small"
            rowKey="seat"
            pagination={false}
            dataSource={seats}
            columns={[
              { title: '岗位', dataIndex: 'label', width: 120 },
              {
                title: '姓名',
                key: 'name',
                render: (_, seat) =>
                  seat.holders.length === 0 ? (
                    <Tag tone="warn">空缺</Tag>
                  ) : (
                    seat.holders.map(one => <div key={one.personId}>{one.name}</div>)
                  ),
              },
              {
                title: '电话',
                key: 'phone',
                render: (_, seat) => seat.holders.map(one => <div key={one.personId}>{one.phone ?? '未登记'}</div>),
              },
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}
