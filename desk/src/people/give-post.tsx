import type { Person } from '@guanhu/shared/access/access.contract';
import { givePost } from '@guanhu/shared/access/access.routes';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { Refusal } from '../ui/states.tsx';
import { completePost, emptyPost, PostFields } from './post-fields.tsx';

/** Gives a post; the phone is asked. */
export function GivePost({ person: { personId, name } }: { person: Pick<Person, 'personId' | 'name'> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>增加岗位</Button>
      {open && <GivePostDialog personId={personId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function GivePostDialog({ personId, name, onClose }: { personId: string; name: string; onClose: () => void }) {
  const [postId] = useState(newKey);
  const [draft, setDraft] = useState(emptyPost);
  const give = useSteppedWrite(givePost, 'roles:change', onClose);
  const post = completePost(draft, postId);
  const submit = () => post && give.run(personId, stepUpTicket => ({ params: { personId }, body: { ...post, stepUpTicket } }));
  return (
    <Modal
      open
      title={`给 ${name} 增加岗位`}
      okText="增加岗位"
      cancelText="取消"
      okButtonProps={{ disabled: !post, loading: give.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <PostFields draft={draft} onChange={setDraft} />
      </Form>
      <Refusal of={give} />
    </Modal>
  );
}
