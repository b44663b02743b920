import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { APPRAISAL_OUTCOMES, OBJECTION_LEVELS } from '@guanhu/shared/appraisal/appraisal.terms';
import { goTo } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { lacks } from './opinion-form.ts';
import { EvidenceCard } from './parts/evidence-card.tsx';
import { OpinionFields } from './parts/opinion-fields.tsx';
import { useOpinion } from './use-opinion.ts';
import { appraisalWords } from '../../../words/appraisal.ts';
import { commonWords } from '../../../words/common.ts';

export default function OpinionPage() {
  const appraisalId = useRouter().params.appraisalId ?? '';
  const { reading, opinion, change, giving, give, isWaiting } = useOpinion(appraisalId);
  const [tried, setTried] = useState(false);
  useTopOn(giving.at === 'given' || isWaiting);
  const appraisal = reading.value;
  if (!appraisal)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  if (giving.at === 'given') {
    return (
      <Page>
        <Done
          title={appraisalWords.opinionNoted}
          sub={giving.answer.waitingForSecond ? appraisalWords.needsAnother : appraisalWords.bothAgree}
        />
      </Page>
    );
  }
  if (isWaiting) {
    return (
      <Page>
        <Done title={commonWords.keptOnPhone} sub={appraisalWords.opinionWaits} />
      </Page>
    );
  }
  const missing = lacks(opinion);
  const today = phoneToday();
  return (
    <Page>
      <EvidenceCard appraisal={appraisal} />
      {appraisal.opinionsGiven.length > 0 && (
        <Card title={appraisalWords.opinionsSoFar}>
          {appraisal.opinionsGiven.map((given, index) => (
            <KeyValue
              key={given.at}
              name={given.mine ? appraisalWords.you : given.by}
              note={[momentInWords(given.at, today), given.note].filter(Boolean).join(' · ')}
              last={index === appraisal.opinionsGiven.length - 1}
            >
              {given.outcome === 'partial' ? appraisalWords.pay(given.payPercent) : APPRAISAL_OUTCOMES[given.outcome]}
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
            {appraisalWords.submitOpinion}
          </BigButton>
        </>
      ) : (
        <View className="gh-note">{appraisalWords.noOpinionNow}</View>
      )}
      {appraisal.mayRecordObjection && (
        <Card title={appraisalWords.objectForGuardian}>
          <View className="gh-sub">{appraisalWords.objectForGuardianTo(OBJECTION_LEVELS[appraisal.mayRecordObjection.level])}</View>
          <View className="gh-gap">
            <BigButton
              look="secondary"
              icon="mic"
              onTap={() => goTo('/packages/appraisal/objection/index', { appraisalId, behalf: 'yes' })}
            >
              {appraisalWords.objectForThem}
            </BigButton>
          </View>
        </Card>
      )}
    </Page>
  );
}
