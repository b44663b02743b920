import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { CampaignAnswer, CampaignShown, VillageShown } from '@guanhu/shared/screening/campaign.contract';
import { answerVillage, readCampaign } from '@guanhu/shared/screening/campaign.routes';
import { PHASES, STAGES, VILLAGE_ANSWERS, type VillageAnswer } from '@guanhu/shared/screening/campaign.terms';
import { formOf } from '@guanhu/shared/screening/clue-form.rules';
import { CLUE_STATES } from '@guanhu/shared/screening/clue.terms';
import { Button, Table } from 'antd';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords, spanInWords } from '../ui/words.ts';
import { PHASE_TONES } from './campaigns-page.tsx';
import { GapsCard } from './gaps-card.tsx';

/** One screening: stages, progress by village, the self-check, and the summary for the county. */
export function CampaignPage() {
  const { campaignId = '' } = useParams();
  const read = useRead(readCampaign, { params: { campaignId } });
  return <Answered of={read}>{answer => <Campaign answer={answer} />}</Answered>;
}

function Campaign({ answer: { campaign, villages, gaps, summary, mayFindGaps } }: { answer: CampaignAnswer }) {
  return (
    <Detail
      over={campaign.areaName}
      title={campaign.title}
      actions={<Tag tone={PHASE_TONES[campaign.phase]}>{PHASES[campaign.phase]}</Tag>}
    >
      <Stages campaign={campaign} />
      <Villages campaignId={campaign.campaignId} villages={villages} />
      <GapsCard campaignId={campaign.campaignId} gaps={gaps} villages={villages} mayFind={mayFindGaps} />
      <Summary campaign={campaign} summary={summary} />
    </Detail>
  );
}

function Stages({ campaign }: { campaign: CampaignShown }) {
  const { planOn, carryOutOn, fillGapsOn, consolidateOn, endsOn, groups, form } = campaign;
  const known = formOf(form)?.groups ?? {};
  return (
    <Card title="四个阶段">
      <Facts
        of={[
          [STAGES.plan, spanInWords(planOn, planOn < carryOutOn ? addDays(carryOutOn, -1) : planOn)],
          [STAGES.carryOut, spanInWords(carryOutOn, addDays(fillGapsOn, -1))],
          [STAGES.fillGaps, spanInWords(fillGapsOn, addDays(consolidateOn, -1))],
          [STAGES.consolidate, spanInWords(consolidateOn, endsOn)],
          ['排查对象', groups.length === 0 ? '全部' : groups.map(group => known[group] ?? String(group)).join('；')],
        ]}
      />
      <p className="sub">不公开宣传，不搞运动，不给家庭增加负担。名单不出这个系统，汇总里没有名字。</p>
    </Card>
  );
}

function Villages({ campaignId, villages }: { campaignId: string; villages: readonly VillageShown[] }) {
  const write = useWrite(answerVillage);
  const send = (areaId: string, answer: VillageAnswer) => void write.run({ params: { campaignId, areaId }, body: { answer } });
  return (
    <Card title="各村进度">
      <Table<VillageShown>
        size="small"
        rowKey="areaId"
        pagination={false}
        dataSource={[...villages]}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '村（社区）', dataIndex: 'areaName' },
          {
            title: '答复',
            render: (_, { answer, answeredAt }) =>
              answer === null ? (
                <Tag tone="warn">还没答复</Tag>
              ) : (
                <>
                  {VILLAGE_ANSWERS[answer]}
                  <div className="small">{answeredAt === null ? '' : instantInWords(answeredAt)}</div>
                </>
              ),
          },
          { title: '线索', dataIndex: 'clues', align: 'right' },
          { title: '其中超期', dataIndex: 'late', align: 'right' },
          {
            title: '',
            render: (_, { areaId, mine, clues }) =>
              mine && (
                <Button size="small" loading={write.busy} onClick={() => send(areaId, clues > 0 ? 'clues' : 'nobody')}>
                  {VILLAGE_ANSWERS[clues > 0 ? 'clues' : 'nobody']}
                </Button>
              ),
          },
        ]}
      />
      <Refusal of={write} />
    </Card>
  );
}

function Summary({ campaign, summary }: { campaign: CampaignShown; summary: CampaignAnswer['summary'] }) {
  const known = formOf(campaign.form)?.groups ?? {};
  return (
    <Card title="汇总上报（只有数字，没有名字）">
      <Facts
        of={[
          ['村（社区）', `${campaign.villages} 个，已答复 ${campaign.answered} 个`],
          ['线索', `${campaign.clues} 条`],
          ['自查问题', campaign.openGaps === 0 ? '都已补上' : `还有 ${campaign.openGaps} 个没补上`],
          ...summary.byState.map(({ state, clues }) => [CLUE_STATES[state], `${clues} 条`] as const),
        ]}
      />
      {summary.byGroup.length > 0 && (
        <Facts
          of={summary.byGroup.map(({ group, clues }) => [
            group === null ? '不属于六类对象' : (known[group] ?? String(group)),
            `${clues} 条`,
          ])}
        />
      )}
    </Card>
  );
}
