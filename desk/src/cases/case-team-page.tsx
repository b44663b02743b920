import type { CaseTeam } from '@guanhu/shared/care-team/case-team.contract';
import { readCaseTeam } from '@guanhu/shared/care-team/case-team.routes';
import { CASE_POSTS, CASE_REASONS, CASE_TEAM_STATES } from '@guanhu/shared/care-team/case-team.terms';
import { Table } from 'antd';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';
import { CloseCaseTeam, DecideClosing } from './close-case-team.tsx';
import { OpenCaseTeam } from './open-case-team.tsx';
import { ReviewCaseTeam } from './review-case-team.tsx';

/** One case team: why, who, what, and when it is looked at next. */
export function CaseTeamPage() {
  const { caseTeamId = '' } = useParams();
  const team = useRead(readCaseTeam, { params: { caseTeamId } });
  return <Answered of={team}>{answer => <Shown team={answer} />}</Answered>;
}

function Shown({ team }: { team: CaseTeam }) {
  const mayWrite = useMayByPost('case-team:write');
  const mayClose = useMayByPost('case-team:close');
  const { state, reasons, remaining, members, plan, reviews, closing } = team;
  return (
    <Detail
      over={`${team.villageName} · ${CASE_TEAM_STATES[state]}`}
      title={`${team.patientName} 的个案管理小组`}
      actions={state === 'open' && mayClose && <CloseCaseTeam team={team} />}
    >
      <Card title="为什么成立">
        <ul className="plain-list">
          {reasons.map(reason => (
            <li key={reason} className="split">
              <span>{CASE_REASONS[reason]}</span>
              {state !== 'closed' && (
                <Tag tone={remaining.includes(reason) ? 'warn' : 'calm'}>{remaining.includes(reason) ? '仍在' : '已消除'}</Tag>
              )}
            </li>
          ))}
        </ul>
        <Facts
          of={[
            ['服务对象', <Link to={`/patients/${team.patientId}`}>{team.patientName}</Link>],
            ['系统提出', dayInWords(team.proposedOn)],
            ['组建', dayInWords(team.openedOn, '还没有')],
            [state === 'proposed' ? '应在此前组建' : '下次评审', dayInWords(team.reviewOn)],
          ]}
        />
        {team.overdue && <Tag tone="danger">已超期</Tag>}
      </Card>
      {state === 'closing' && closing && <Closing team={team} mayClose={mayClose} />}
      {state === 'proposed' && (mayWrite ? <OpenCaseTeam team={team} /> : <Card>等精防医生组建。</Card>)}
      {members.length > 0 && (
        <Card title="成员">
          <Table
            size="small"
            rowKey={one => `${one.personId}${one.post}`}
            pagination={false}
            dataSource={members}
            columns={[
              { title: '岗位', key: 'post', width: 130, render: (_, one) => CASE_POSTS[one.post] },
              { title: '姓名', key: 'name', render: (_, one) => (one.personId === team.leaderId ? `${one.name}（负责）` : one.name) },
              { title: '电话', key: 'phone', width: 140, render: (_, one) => <PhoneLink phone={one.phone} /> },
            ]}
          />
        </Card>
      )}
      {plan && (
        <Card title="管理计划">
          <Facts
            of={[
              ['目标', plan.goals],
              ['措施', plan.measures],
            ]}
          />
        </Card>
      )}
      {state === 'open' && mayWrite && <ReviewCaseTeam team={team} />}
      {reviews.length > 0 && (
        <Card title="评审记录">
          <ul className="plain-list">
            {reviews.map(review => (
              <li key={review.reviewId}>
                {review.finding}
                <span className="small">
                  &emsp;{dayInWords(review.on)} {review.by}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {state === 'closed' && closing && (
        <Card title="结束">
          <p>{closing.reason}</p>
          <p className="small">
            {closing.askedBy} 提出，{closing.agreedBy} 同意，{dayInWords(closing.on)} 结束
          </p>
        </Card>
      )}
    </Detail>
  );
}

function Closing({ team, mayClose }: { team: CaseTeam; mayClose: boolean }) {
  if (!team.closing) return null;
  return (
    <Card title="等另一人同意结束">
      <p>{team.closing.reason}</p>
      <p className="small">
        {team.closing.askedBy} {instantInWords(team.closing.askedAt)} 提出
      </p>
      {mayClose && <DecideClosing team={team} />}
    </Card>
  );
}
