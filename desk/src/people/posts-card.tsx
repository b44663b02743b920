import type { Person, PostShown } from '@guanhu/shared/access/access.contract';
import { endPost } from '@guanhu/shared/access/access.routes';
import { ROLES } from '@guanhu/shared/access/access.terms';
import { inForce } from '@guanhu/shared/access/post.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** Posts now and before. */
export function PostsCard({ person, myself }: { person: Person; myself: boolean }) {
  const [ending, setEnding] = useState<PostShown>();
  const today = todayInChina();
  return (
    <Card title="岗位">
      {person.allPosts.length === 0 && <p className="sub">没有岗位。给岗位以后，这个人才能进入工作台。</p>}
      <ul className="plain-list">
        {person.allPosts.map(post => {
          const now = inForce(post, today);
          const words = `${post.areaName} · ${ROLES[post.role]}`;
          return (
            <li key={post.postId} className="split">
              <span>
                {words}
                {post.organisationName !== null && `（${post.organisationName}）`}
                <span className="small">
                  &emsp;{dayInWords(post.from)} 起{post.until !== null && `，到 ${dayInWords(post.until)}`}
                </span>
              </span>
              {now && post.until === null && !myself && !person.left ? (
                <Button aria-label={`结束岗位：${words}`} onClick={() => setEnding(post)}>
                  结束岗位
                </Button>
              ) : (
                <Tag tone={now ? 'calm' : 'plain'}>{now ? '在任' : post.from > today ? '未开始' : '已结束'}</Tag>
              )}
            </li>
          );
        })}
      </ul>
      {ending && <EndPost personId={person.personId} post={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}

function EndPost({ personId, post, onClose }: { personId: string; post: PostShown; onClose: () => void }) {
  const [lastDay, setLastDay] = useState(todayInChina());
  const end = useSteppedWrite(endPost, 'roles:change', onClose);
  const submit = () => end.run(personId, stepUpTicket => ({ params: { personId, postId: post.postId }, body: { lastDay, stepUpTicket } }));
  return (
    <Modal
      open
      title={`结束岗位：${post.areaName} ${ROLES[post.role]}`}
      okText="结束岗位"
      cancelText="取消"
      okButtonProps={{ danger: true, loading: end.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="最后一天" htmlFor="last-day" extra="选昨天就是马上结束">
          <DayInput id="last-day" value={lastDay} min={addDays(todayInChina(), -1)} onDay={setLastDay} />
        </Form.Item>
      </Form>
      <Refusal of={end} />
    </Modal>
  );
}
