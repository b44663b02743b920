import type { Person } from '@guanhu/shared/access/access.contract';
import { endDeputy, readPerson } from '@guanhu/shared/access/access.routes';
import { INVITATION_STATES } from '@guanhu/shared/access/access.terms';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { useRead } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';
import { ChangePhone } from './change-phone.tsx';
import { GivePost } from './give-post.tsx';
import { Invite } from './invite.tsx';
import { MessagesCard } from './messages-card.tsx';
import { NameDeputy } from './name-deputy.tsx';
import { PostsCard } from './posts-card.tsx';
import { RecordLeaving } from './record-leaving.tsx';
import { RevokeSessions } from './revoke-sessions.tsx';

/** One person: account, posts, deputies, and everything an administrator does about them. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const person = useRead(readPerson, { params: { personId } });
  return <Answered of={person}>{answer => <Shown person={answer} />}</Answered>;
}

function Shown({ person }: { person: Person }) {
  const myself = useMe().personId === person.personId;
  return (
    <Detail
      over={person.left ? '已离岗' : person.bound ? '微信已绑定' : '微信未绑定'}
      title={person.name}
      actions={
        !person.left && (
          <>
            {!person.bound && <Invite person={person} />}
            {!myself && <GivePost person={person} />}
            <ChangePhone person={person} />
            <RevokeSessions person={person} />
            {!myself && <NameDeputy person={person} />}
            {!myself && <RecordLeaving person={person} />}
          </>
        )
      }
    >
      {myself && <Card>这是您自己。您的岗位、代理和离岗请由另一位管理员办理。</Card>}
      <Card title="账号">
        <Facts
          of={[
            ['手机号', person.phone ?? '未登记'],
            ['微信', person.bound ? '已绑定' : '未绑定'],
            [
              '邀请',
              person.invitation
                ? `${INVITATION_STATES[person.invitation.state]}，有效到 ${instantInWords(person.invitation.expiresAt)}`
                : '没有未用的邀请',
            ],
            ...(person.successor ? [['接替人', person.successor.name] as const] : []),
          ]}
        />
      </Card>
      <PostsCard person={person} myself={myself} />
      <Deputies person={person} />
      <MessagesCard personId={person.personId} />
      <Card title="正在登录">
        {person.sessions.length === 0 ? (
          <p className="sub">现在没有登录</p>
        ) : (
          <ul className="plain-list">
            {person.sessions.map(session => (
              <li key={`${session.channel}${session.since}`}>
                {session.channel === 'desk' ? '电脑工作台' : '手机'}，{instantInWords(session.since)} 登录，最近使用{' '}
                {instantInWords(session.lastSeenAt)}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Detail>
  );
}

function Deputies({ person }: { person: Person }) {
  const end = useSteppedWrite(endDeputy, 'roles:change');
  if (person.deputies.length === 0) return null;
  const { personId } = person;
  return (
    <Card title="代理人">
      <Refusal of={end} />
      <ul className="plain-list">
        {person.deputies.map(({ deputyshipId, name, from, until, over }) => (
          <li key={deputyshipId} className="split">
            <span>
              {name}，{dayInWords(from)} 至 {dayInWords(until)}
              {over && '（已结束）'}
            </span>
            {!over && (
              <Button
                aria-label={`结束代理：${name}`}
                loading={end.busy}
                onClick={() => void end.run(personId, stepUpTicket => ({ params: { personId, deputyshipId }, body: { stepUpTicket } }))}
              >
                结束代理
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
