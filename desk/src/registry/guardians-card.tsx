import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import type { GuardiansAnswer } from '@guanhu/shared/registry/guardians.contract';
import { endHelper, listGuardians, makeGuardianPrimary } from '@guanhu/shared/registry/guardians.routes';
import { GUARDIAN_END_REASONS, GUARDIAN_KINDS } from '@guanhu/shared/registry/guardianship.rules';
import { Button } from 'antd';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';
import { InviteGuardian } from './invite-guardian.tsx';
import { AppointGuardian } from './life/appoint-guardian.tsx';
import { EndGuardianship } from './life/end-guardianship.tsx';
import { NameHelper } from './life/name-helper.tsx';

type Guardian = GuardiansAnswer['guardians'][number];
type Helper = GuardiansAnswer['helpers'][number];

/** Who looks after the patient by what right, who acts for them, and whether they can use their phone for it yet. */
export function GuardiansCard({ patientId }: { patientId: string }) {
  const answer = useRead(listGuardians, { params: { patientId } });
  return (
    <Answered of={answer}>
      {({ guardians, helpers, mayAppoint }) => {
        const present = guardians.filter(one => one.inForce);
        const former = guardians.filter(one => !one.inForce);
        return (
          <Card title="监护人" actions={mayAppoint && <AppointGuardian patientId={patientId} present={present} />}>
            {present.length === 0 && <p className="sub">还没有登记监护人。</p>}
            <ul className="plain-list">
              {present.map(one => (
                <li key={one.guardianshipId}>
                  <GuardianRow patientId={patientId} guardian={one} mayAppoint={mayAppoint} />
                  {helpers
                    .filter(helper => helper.inForce && helper.guardianId === one.personId)
                    .map(helper => (
                      <HelperRow key={helper.helperId} patientId={patientId} helper={helper} mayAppoint={mayAppoint} />
                    ))}
                </li>
              ))}
            </ul>
            {former.length > 0 && (
              <details>
                <summary>{`以前的监护人（${former.length}）`}</summary>
                <ul className="plain-list">
                  {former.map(one => (
                    <li key={one.guardianshipId} className="small">
                      {one.name}&emsp;{dayInWords(one.since)} 至 {dayInWords(one.until)}
                      {one.endReason !== null && ` · ${GUARDIAN_END_REASONS[one.endReason]}`}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </Card>
        );
      }}
    </Answered>
  );
}

function GuardianRow({ patientId, guardian, mayAppoint }: { patientId: string; guardian: Guardian; mayAppoint: boolean }) {
  const mayInvite = useMayByPost('guardian:invite');
  const primary = useWrite(makeGuardianPrimary);
  const { guardianshipId } = guardian;
  return (
    <>
      <div className="split">
        <span>
          <strong>{guardian.name}</strong>&emsp;
          {guardian.relation === null ? '关系未登记' : GUARDIAN_RELATIONS[guardian.relation]}
          {guardian.kind !== null && ` · ${GUARDIAN_KINDS[guardian.kind]}`}
          {guardian.isPrimary && ' · 主要监护人'}&emsp;{guardian.phone ?? '电话未登记'}
        </span>
        <Tag tone={guardian.bound ? 'calm' : 'warn'}>{guardian.bound ? '微信已绑定' : '微信未绑定'}</Tag>
      </div>
      <p className="small">
        {dayInWords(guardian.since)} 起{guardian.order !== null && ` · 《民法典》${guardian.order}`}
        {guardian.proof !== null && ` · ${guardian.proof}`}
      </p>
      {!guardian.bound && !mayInvite && <p className="small">请乡镇社会事务办发邀请，当面把邀请码交给监护人。</p>}
      <div className="actions">
        {!guardian.bound && mayInvite && <InviteGuardian patientId={patientId} guardian={guardian} />}
        {mayAppoint && !guardian.isPrimary && (
          <Button loading={primary.busy} onClick={() => void primary.run({ params: { patientId, guardianshipId } })}>
            设为主要监护人
          </Button>
        )}
        {mayAppoint && <NameHelper patientId={patientId} guardian={guardian} />}
        {mayAppoint && <EndGuardianship patientId={patientId} guardian={guardian} />}
      </div>
      <Refusal of={primary} />
    </>
  );
}

function HelperRow({ patientId, helper, mayAppoint }: { patientId: string; helper: Helper; mayAppoint: boolean }) {
  const mayInvite = useMayByPost('guardian:invite');
  const end = useWrite(endHelper);
  return (
    <div style={{ marginInlineStart: 20, marginBlock: 8 }}>
      <div className="split">
        <span>
          代办人 <strong>{helper.name}</strong>&emsp;代{helper.guardianName}&emsp;{helper.phone ?? '电话未登记'}
        </span>
        <Tag tone={helper.bound ? 'calm' : 'warn'}>{helper.bound ? '微信已绑定' : '微信未绑定'}</Tag>
      </div>
      <p className="small">
        {dayInWords(helper.from)} 起{helper.until !== null && `，到 ${dayInWords(helper.until)}`} · {helper.proof} · {helper.recordedBy}{' '}
        登记
      </p>
      <div className="actions">
        {!helper.bound && mayInvite && <InviteGuardian patientId={patientId} guardian={helper} />}
        {mayAppoint && (
          <Button danger loading={end.busy} onClick={() => void end.run({ params: { patientId, helperId: helper.helperId } })}>
            结束代办
          </Button>
        )}
      </div>
      <Refusal of={end} />
    </div>
  );
}
