import { GUARDIAN_RELATIONS, type GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { useMayByPost } from '../app/use-me.ts';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { InviteGuardian } from './invite-guardian.tsx';

/** Who looks after the patient, and whether they can use their phone for it yet. */
export function GuardiansCard({ patientId, guardians }: Pick<PatientFile, 'patientId' | 'guardians'>) {
  const mayInvite = useMayByPost('guardian:invite');
  return (
    <Card title="监护人">
      {guardians.length === 0 && <p className="sub">还没有登记监护人。在责任清单的「监护人」一栏填写后重新导入。</p>}
      <ul className="plain-list">
        {guardians.map(each => (
          <li key={each.personId}>
            <div className="split">
              <span>
                <strong>{each.name}</strong>&emsp;
                {each.relation === null ? '关系未登记' : GUARDIAN_RELATIONS[each.relation as GuardianRelation]}
                {each.isPrimary && ' · 主要监护人'}&emsp;{each.phone ?? '电话未登记'}
              </span>
              <Tag tone={each.bound ? 'calm' : 'warn'}>{each.bound ? '微信已绑定' : '微信未绑定'}</Tag>
            </div>
            {!each.bound &&
              (mayInvite ? (
                <InviteGuardian patientId={patientId} guardian={each} />
              ) : (
                <p className="small">请乡镇社会事务办发邀请，当面把邀请码交给监护人。</p>
              ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
