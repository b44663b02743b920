import type { IssuedInvitation, Person } from '@guanhu/shared/access/access.contract';
import { issueInvitation } from '@guanhu/shared/access/access.routes';
import { Button } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { InvitationSlip } from './invitation-slip.tsx';

/** Issues an invitation and shows its code, once. */
export function Invite({ person: { personId, name, invitation } }: { person: Pick<Person, 'personId' | 'name' | 'invitation'> }) {
  const [issued, setIssued] = useState<IssuedInvitation>();
  const issue = useWrite(issueInvitation, setIssued);
  return (
    <>
      <Button type="primary" loading={issue.busy} onClick={() => void issue.run({ params: { personId } })}>
        {invitation ? '重新发邀请' : '发邀请'}
      </Button>
      <Refusal of={issue} />
      {issued && <InvitationSlip name={name} invitation={issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}
