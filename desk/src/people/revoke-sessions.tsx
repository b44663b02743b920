import type { Person } from '@guanhu/shared/access/access.contract';
import { revokeSessions } from '@guanhu/shared/access/access.routes';
import { Button, Popconfirm } from 'antd';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';

/** Ends every session of a person: a lost phone, a computer left open. */
export function RevokeSessions({ person: { personId } }: { person: Pick<Person, 'personId'> }) {
  const revoke = useWrite(revokeSessions);
  return (
    <>
      <Popconfirm
        title="让这个人所有的手机和电脑退出登录？"
        okText="全部退出"
        cancelText="取消"
        onConfirm={() => void revoke.run({ params: { personId } })}
      >
        <Button loading={revoke.busy}>退出所有登录</Button>
      </Popconfirm>
      <Refusal of={revoke} />
    </>
  );
}
