import type { IssuedInvitation } from '@guanhu/shared/access/access.contract';
import { inviteGuardian } from '@guanhu/shared/registry/registry.routes';
import { Button } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { InvitationSlip } from '../people/invitation-slip.tsx';
import { Refusal } from '../ui/states.tsx';

/** Issues a code for a guardian and shows it, once, to be given in person. */
export function InviteGuardian({ patientId, guardian }: { patientId: string; guardian: { personId: string; name: string } }) {
  const [issued, setIssued] = useState<IssuedInvitation>();
  const issue = useWrite(inviteGuardian, setIssued);
  return (
    <>
      <Button loading={issue.busy} onClick={() => void issue.run({ params: { patientId, personId: guardian.personId } })}>
        发邀请
      </Button>
      <Refusal of={issue} />
      {issued && <InvitationSlip name={guardian.name} invitation={issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}
