import { listPolicies } from '@guanhu/shared/policy/policy.routes';
import { POLICY_KIND_KEYS, POLICY_KINDS } from '@guanhu/shared/policy/policy.terms';
import { useRead } from '../app/queries.ts';
import { ListColumn, RowLink } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Answered } from '../ui/states.tsx';
import { dayInWords } from '../ui/words.ts';

/** What the county may set; each with the version in force. */
export function PoliciesPage() {
  const policies = useRead(listPolicies);
  return (
    <Place
      list={
        <ListColumn title="政策" hint="每一项都有生效日期，过去的不改写">
          <Answered of={policies}>
            {({ policies: versions }) => (
              <ul className="rows">
                {POLICY_KIND_KEYS.map(kind => {
                  const inForce = versions.find(each => each.kind === kind && each.inForce && each.townshipId === null);
                  const later = versions.filter(each => each.kind === kind && !each.inForce).length;
                  return (
                    <RowLink
                      key={kind}
                      to={`/policies/${kind}`}
                      title={POLICY_KINDS[kind]}
                      note={(inForce?.effectiveOn ?? null) === null ? '系统初始设置' : `${dayInWords(inForce?.effectiveOn ?? null)} 起`}
                      tag={later > 0 ? { tone: 'warn', words: '有待生效' } : undefined}
                    />
                  );
                })}
              </ul>
            )}
          </Answered>
        </ListColumn>
      }
    />
  );
}
