import { createPerson } from '@guanhu/shared/access/access.routes';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { newKey } from '../app/api.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { isMobile } from '../ui/mobile-typed.ts';
import { Refusal } from '../ui/states.tsx';
import { completePost, emptyPost, PostFields } from './post-fields.tsx';

/** Enters a person with their first post; then they are invited from their own page. */
export function NewPersonPage() {
  const navigate = useNavigate();
  const [{ personId, postId }] = useState(() => ({ personId: newKey(), postId: newKey() }));
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [withPost, setWithPost] = useState(true);
  const [draft, setDraft] = useState(emptyPost);
  const create = useSteppedWrite(createPerson, 'roles:change', () => void navigate(`/people/${personId}`));
  const post = withPost ? completePost(draft, postId) : undefined;
  const ready = name.trim() !== '' && isMobile(phone) && (!withPost || post !== undefined);
  const submit = () =>
    create.run(personId, stepUpTicket => ({ body: { personId, name: name.trim(), phone, posts: post ? [post] : [], stepUpTicket } }));
  return (
    <Detail title="登记人员">
      <Card>
        <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
          <Form.Item label="姓名" htmlFor="person-name">
            <Input id="person-name" value={name} maxLength={30} onChange={event => setName(event.target.value)} />
          </Form.Item>
          <Form.Item
            label="手机号"
            htmlFor="person-phone"
            {...(phone !== '' && !isMobile(phone)
              ? { validateStatus: 'error', help: '请填写 11 位手机号' }
              : { extra: '绑定微信时要与这个号码一致' })}
          >
            <Input
              id="person-phone"
              inputMode="numeric"
              value={phone}
              maxLength={11}
              onChange={event => setPhone(event.target.value.trim())}
            />
          </Form.Item>
          <Form.Item>
            <Checkbox checked={withPost} onChange={event => setWithPost(event.target.checked)}>
              同时给一个岗位
            </Checkbox>
          </Form.Item>
          {withPost && <PostFields draft={draft} onChange={setDraft} />}
          <Refusal of={create} />
          <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={create.busy}>
            登记
          </Button>
        </Form>
      </Card>
    </Detail>
  );
}
