import type { GapShown, VillageShown } from '@guanhu/shared/screening/campaign.contract';
import { correctGap, findGap } from '@guanhu/shared/screening/campaign.routes';
import { GAP_KINDS } from '@guanhu/shared/screening/campaign.terms';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

type GapsCardProps = { campaignId: string; gaps: readonly GapShown[]; villages: readonly VillageShown[]; mayFind: boolean };

/** The self-check: what is missing where, and how it was filled. */
export const GapsCard = ({ campaignId, gaps, villages, mayFind }: GapsCardProps) => (
  <Card title="自查补漏">
    {gaps.length === 0 && <p className="sub">没有记下问题。到了自查阶段，没有答复的村会自动列在这里。</p>}
    <ul className="plain-list">
      {gaps.map(gap => (
        <Gap key={gap.gapId} gap={gap} />
      ))}
    </ul>
    {mayFind && <FindGap key={gaps.length} campaignId={campaignId} villages={villages} />}
  </Card>
);

function Gap({ gap }: { gap: GapShown }) {
  const [remark, setRemark] = useState('');
  const write = useWrite(correctGap);
  return (
    <li>
      <div className="split">
        <span>
          <strong>{gap.areaName}</strong>
          {'\u3000'}
          {gap.words ?? GAP_KINDS[gap.kind]}
          <span className="small">{`\u3000${instantInWords(gap.foundAt)}`}</span>
        </span>
        <Tag tone={gap.correctedAt === null ? 'warn' : 'calm'}>{gap.correctedAt === null ? '待补' : '已补上'}</Tag>
      </div>
      {gap.remark !== null && <p className="sub">{gap.remark}</p>}
      {gap.mine && (
        <div className="actions">
          <Input
            aria-label={`${gap.areaName}怎么补上的`}
            placeholder="怎么补上的"
            maxLength={300}
            value={remark}
            onChange={event => setRemark(event.target.value)}
            style={{ maxWidth: 360 }}
          />
          <Button
            disabled={remark.trim() === ''}
            loading={write.busy}
            onClick={() => void write.run({ params: { gapId: gap.gapId }, body: { remark: remark.trim() } })}
          >
            补上了
          </Button>
        </div>
      )}
      <Refusal of={write} />
    </li>
  );
}

function FindGap({ campaignId, villages }: { campaignId: string; villages: readonly VillageShown[] }) {
  const [gapId] = useState(newKey);
  const [areaId, setArea] = useState<string>();
  const [words, setWords] = useState('');
  const write = useWrite(findGap);
  return (
    <>
      <p className="sub">自查发现的问题写在这里，只写事，不写人名。</p>
      <div className="actions">
        <Select
          aria-label="哪个村"
          placeholder="哪个村"
          value={areaId ?? null}
          onChange={setArea}
          options={villages.map(village => ({ value: village.areaId, label: village.areaName }))}
          style={{ minWidth: 160 }}
        />
        <Input
          aria-label="漏了什么"
          placeholder="漏了什么"
          maxLength={300}
          value={words}
          onChange={event => setWords(event.target.value)}
          style={{ maxWidth: 360 }}
        />
        <Button
          disabled={areaId === undefined || words.trim() === ''}
          loading={write.busy}
          onClick={() => areaId && void write.run({ params: { campaignId }, body: { gapId, areaId, words: words.trim() } })}
        >
          记下问题
        </Button>
      </div>
      <Refusal of={write} />
    </>
  );
}
