import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { APPRAISAL_OUTCOMES, OBJECTION_LEVELS } from '@guanhu/shared/appraisal/appraisal.terms';
import { goBack, goTo } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { lacks } from './opinion-form.ts';
import { EvidenceCard } from './parts/evidence-card.tsx';
import { OpinionFields } from './parts/opinion-fields.tsx';
import { useOpinion } from './use-opinion.ts';

export default function OpinionPage() {
  const appraisalId = useRouter().params.appraisalId ?? '';
  const { reading, opinion, change, giving, give } = useOpinion(appraisalId);
  const [tried, setTried] = useState(false);
  useTopOn(giving.at === 'given');
  const appraisal = reading.value;
  if (!appraisal)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  if (giving.at === 'given') {
    return (
      <Page>
        <Empty title="意见已记下" sub={giving.answer.waitingForSecond ? '还要另一个人看过，意见一致才算' : '两个人意见一致，已认定'}>
          <View className="gh-gap">
            <BigButton onTap={goBack}>好</BigButton>
          </View>
        </Empty>
      </Page>
    );
  }
  const missing = lacks(opinion);
  const today = phoneToday();
  return (
    <Page>
      <EvidenceCard appraisal={appraisal} />
      {appraisal.opinionsGiven.length > 0 && (
        <Card title="已有的意见">
          {appraisal.opinionsGiven.map((given, index) => (
            <KeyValue
              key={given.at}
              name={given.mine ? '您' : given.by}
              note={[momentInWords(given.at, today), given.note].filter(Boolean).join(' · ')}
              last={index === appraisal.opinionsGiven.length - 1}
            >
              {given.outcome === 'partial' ? `发 ${String(given.payPercent)}%` : APPRAISAL_OUTCOMES[given.outcome]}
            </KeyValue>
          ))}
        </Card>
      )}
      {appraisal.mayOpine ? (
        <>
          <OpinionFields opinion={opinion} onChange={change} />
          {tried && missing !== undefined && <View className="gh-form-row__fault">{missing}</View>}
          {giving.at === 'refused' && <View className="gh-form-row__fault">{giving.say}</View>}
          <BigButton
            busy={giving.at === 'sending'}
            onTap={() => {
              setTried(true);
              if (missing === undefined) void give();
            }}
          >
            提交意见
          </BigButton>
        </>
      ) : (
        <View className="gh-note">这一期您现在不用给意见。</View>
      )}
      {appraisal.mayRecordObjection && (
        <Card title="监护人托您提异议？">
          <View className="gh-sub">{`可以替他向${OBJECTION_LEVELS[appraisal.mayRecordObjection.level]}提出，照他的原话说`}</View>
          <View className="gh-gap">
            <BigButton
              look="secondary"
              icon="mic"
              onTap={() => goTo('/packages/appraisal/objection/index', { appraisalId, behalf: 'yes' })}
            >
              替监护人提异议
            </BigButton>
          </View>
        </Card>
      )}
    </Page>
  );
}
