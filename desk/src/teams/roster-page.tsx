import type { MismatchShown } from '@guanhu/shared/care-team/roster.contract';
import { listMismatches } from '@guanhu/shared/care-team/roster.routes';
import { MISMATCH_KIND_KEYS, MISMATCH_KINDS, type MismatchKind } from '@guanhu/shared/care-team/roster.terms';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { Segmented, Select } from 'antd';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Empty, Loading, Problem } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords } from '../ui/words.ts';
import { Resolve } from './resolve.tsx';

const TONES: Readonly<Record<MismatchKind, Tone>> = {
  left: 'danger',
  noPost: 'warn',
  otherArea: 'warn',
  vacant: 'warn',
  spelling: 'plain',
};
const SHORT: Readonly<Record<MismatchKind, string>> = {
  left: '人已离岗',
  noPost: '没有岗位',
  otherArea: '岗位在别处',
  vacant: '空缺',
  spelling: '写法相近',
};

/** Where the roster and the list do not agree; each line is settled by one act. */
export function RosterPage() {
  const [kind, setKind] = useFilter('kind');
  const [kept, setKept] = useFilter('kept');
  const mayChange = useMayByPost('team:change');
  const pages = usePages(listMismatches, {
    query: { ...(kind === undefined ? {} : { kind: kind as MismatchKind }), ...(kept === undefined ? {} : { kept: 'yes' }) },
  });
  return (
    <Detail over="一人一专班与人员岗位" title="名册核对">
      <div className="actions">
        <Segmented
          aria-label="显示哪些"
          value={kept === undefined ? 'no' : 'yes'}
          onChange={value => setKept(value === 'yes' ? 'yes' : undefined)}
          options={[
            { value: 'no', label: '待处理' },
            { value: 'yes', label: '已说明保留' },
          ]}
        />
        <Select
          aria-label="按原因筛选"
          value={kind}
          onChange={setKind}
          allowClear
          placeholder="全部原因"
          style={{ minWidth: 260 }}
          options={MISMATCH_KIND_KEYS.map(value => ({ value, label: MISMATCH_KINDS[value] }))}
        />
      </div>
      {pages.rows === undefined ? (
        pages.refusal ? (
          <Problem refusal={pages.refusal} again={pages.again} />
        ) : (
          <Loading />
        )
      ) : pages.rows.length === 0 ? (
        <Card>
          <Empty title={kept === undefined ? '名册和清单一致' : '没有说明保留的'}>专班里的人都有岗位，岗位都有人。</Empty>
        </Card>
      ) : (
        pages.rows.map(line => <Line key={line.key} line={line} mayChange={mayChange} />)
      )}
      <More pages={pages} />
    </Detail>
  );
}

const titleOf = ({ villageName, seat, persons }: MismatchShown): string =>
  [villageName, seat === null ? null : SEAT_LABELS[seat], persons.map(person => person.name).join(' / ')]
    .filter(part => part !== null && part !== '')
    .join(' · ');

function Line({ line, mayChange }: { line: MismatchShown; mayChange: boolean }) {
  return (
    <Card title={titleOf(line)} actions={<Tag tone={TONES[line.kind]}>{SHORT[line.kind]}</Tag>}>
      <p className="sub">
        {MISMATCH_KINDS[line.kind]}，涉及 {line.patients} 名服务对象
      </p>
      {line.persons.map(person => (
        <p key={person.personId} className="small">
          {person.name}：{person.posts.join('、') || '没有岗位'}
          {person.phone !== null && `，${person.phone}`}
        </p>
      ))}
      {line.kept && (
        <p className="small">
          {line.kept.by} {dayInWords(line.kept.on)} 说明：{line.kept.reason}
        </p>
      )}
      {mayChange && <Resolve line={line} />}
    </Card>
  );
}
