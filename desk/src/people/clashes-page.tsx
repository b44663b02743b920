import type { ClashList } from '@guanhu/shared/access/access.contract';
import { listBindingClashes, resolveBindingClash } from '@guanhu/shared/access/access.routes';
import { CLASH_KINDS } from '@guanhu/shared/access/access.terms';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { useRead } from '../app/queries.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Empty, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

const NOBODY = '';

/** Bindings that a person decides after asking the people concerned. */
export function ClashesPage() {
  const clashes = useRead(listBindingClashes);
  return (
    <Detail title="微信绑定核实">
      <Answered of={clashes}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title="没有需要核实的绑定">手机号和邀请码都对、但微信或号码已有主人时，会出现在这里。</Empty>
          ) : (
            rows.map(clash => <Clash key={clash.clashId} clash={clash} />)
          )
        }
      </Answered>
    </Detail>
  );
}

function Clash({ clash }: { clash: ClashList['rows'][number] }) {
  const { clashId, kind, at, candidates, holder } = clash;
  const [bindTo, setBindTo] = useState<string>();
  const resolve = useSteppedWrite(resolveBindingClash, 'roles:change');
  const decide = () =>
    bindTo !== undefined &&
    resolve.run(clashId, stepUpTicket => ({ params: { clashId }, body: { bindTo: bindTo === NOBODY ? null : bindTo, stepUpTicket } }));
  return (
    <Card title={CLASH_KINDS[kind]}>
      <p className="sub">
        {instantInWords(at)}
        {holder && `\u3000这个微信现在绑定的是 ${holder.name}`}
      </p>
      <Radio.Group
        value={bindTo}
        onChange={event => setBindTo(String(event.target.value))}
        style={{ display: 'grid', gap: 6, margin: '10px 0' }}
        options={[
          ...candidates.map(each => ({ value: each.personId, label: `当面核实过，绑定给 ${each.name}` })),
          { value: NOBODY, label: '都不绑定，保持原样' },
        ]}
      />
      <Refusal of={resolve} />
      <Button type="primary" disabled={bindTo === undefined} loading={resolve.busy} onClick={() => void decide()}>
        处理
      </Button>
    </Card>
  );
}
