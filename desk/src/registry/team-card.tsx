import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { SEAT_LABELS, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { Table } from 'antd';
import { useRead } from '../app/queries.ts';
import { useMay, useMayByPost } from '../app/use-me.ts';
import { ChangeSeat } from '../teams/change-seat.tsx';
import { TeamHistory } from '../teams/team-history.tsx';
import { Card } from '../ui/columns.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';

/** The eight posts, each with who can be called; somebody in two posts is shown as such. */
export function TeamCard({ patientId }: { patientId: string }) {
  const team = useRead(readTeam, { params: { patientId } });
  const mayChange = useMayByPost('team:change');
  const mayRead = useMay('patient:read');
  return (
    <Card title="一人一专班" actions={mayRead && <TeamHistory patientId={patientId} />}>
      <Answered of={team}>
        {({ seats }) => {
          const alsoIn = (personId: string, seat: string) =>
            seats
              .filter(one => one.seat !== seat && one.holders.some(holder => holder.personId === personId))
              .map(one => SEAT_LABELS[one.seat])
              .join('、');
          return (
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
                  render: (_, { seat, holders }) =>
                    holders.length === 0 ? (
                      <Tag tone="warn">空缺</Tag>
                    ) : (
                      holders.map(one => {
                        const other = alsoIn(one.personId, seat);
                        return (
                          <div key={one.personId}>
                            {one.name}
                            {other !== '' && <span className="small">&emsp;兼{other}</span>}
                          </div>
                        );
                      })
                    ),
                },
                {
                  title: '电话',
                  key: 'phone',
                  render: (_, seat) =>
                    seat.holders.map(one => (
                      <div key={one.personId}>
                        <PhoneLink phone={one.phone} />
                      </div>
                    )),
                },
                ...(mayChange
                  ? [
                      {
                        title: '',
                        key: 'change',
                        width: 80,
                        render: (_: unknown, { seat, holders }: (typeof seats)[number]) =>
                          seat !== 'guardian' && <ChangeSeat patientId={patientId} seat={seat satisfies StaffSeat} holders={holders} />,
                      },
                    ]
                  : []),
              ]}
            />
          );
        }}
      </Answered>
    </Card>
  );
}
