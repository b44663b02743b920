import { listPolicies } from '@guanhu/shared/policy/policy.routes';
import { POLICY_KINDS, type PolicyKind } from '@guanhu/shared/policy/policy.terms';
import type { PolicyVersionAnswer } from '@guanhu/shared/policy/policy.contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';
import { NewVersion } from './new-version.tsx';
import { PolicyWords } from './policy-words.tsx';
import { isPreviewed, VersionPreview } from './preview.tsx';

const isKind = (kind: string): kind is PolicyKind => kind in POLICY_KINDS;

/** One policy: what holds, what is set for later, and, for an administrator, a new version. */
export function PolicyPage() {
  const { kind = '' } = useParams();
  const policies = useRead(listPolicies);
  if (!isKind(kind)) return <Empty title="没有这项政策" />;
  return (
    <Answered of={policies}>
      {({ policies: versions }) => <Versions kind={kind} versions={versions.filter(each => each.kind === kind)} />}
    </Answered>
  );
}

function Versions({ kind, versions }: { kind: PolicyKind; versions: readonly PolicyVersionAnswer[] }) {
  const maySet = useMayByPost('policy:write');
  const [editing, setEditing] = useState(false);
  return (
    <Detail
      title={POLICY_KINDS[kind]}
      actions={
        maySet &&
        !editing && (
          <Button type="primary" size="large" onClick={() => setEditing(true)}>
            设定新版本
          </Button>
        )
      }
    >
      {editing && <NewVersion kind={kind} versions={versions} onClose={() => setEditing(false)} />}
      {[...versions]
        .sort((a, b) => Number(a.townshipId !== null) - Number(b.townshipId !== null) || Number(b.inForce) - Number(a.inForce))
        .map(version => (
          <Card
            key={version.seq}
            title={`${version.townshipName === null ? '' : `${version.townshipName}：`}${version.inForce ? '现行' : `${dayInWords(version.effectiveOn)} 起生效`}`}
          >
            <p className="sub" style={{ marginBottom: 8 }}>
              {version.seq === 0 ? '系统初始设置' : `第 ${version.seq} 版，${dayInWords(version.effectiveOn)} 起`}
              {version.setAt !== null && `，${instantInWords(version.setAt)} 设定`}
            </p>
            {version.policy === null ? <p>不再单独设定，与全县一致。</p> : <PolicyWords policy={version.policy} />}
            {!version.inForce && isPreviewed(version.kind) && <VersionPreview version={{ ...version, kind: version.kind }} />}
          </Card>
        ))}
    </Detail>
  );
}
