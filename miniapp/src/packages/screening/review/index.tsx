import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { signsInWords } from '@guanhu/shared/screening/clue-form.rules';
import { readClue, reviewClue } from '@guanhu/shared/screening/clue.routes';
import { CLUE_STATES } from '@guanhu/shared/screening/clue.terms';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { mayByPost } from '../../../platform/session/may-by-post.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { commonWords } from '../../../words/common.ts';
import { screeningWords } from '../../../words/screening.ts';
import { ReviewCard } from './parts/review-card.tsx';
import { stepLines, toldLines } from './told-lines.ts';

/** One clue: what was told, how far it is, and what the psychiatrist found, for whoever may write that down. */
export default function ReviewPage() {
  const { clueId = '' } = useRouter().params;
  const { value: clue, refusal, reload } = useRead(readClue, { params: { clueId } });
  const { doing, send } = useDeeds(reload);
  useTopOn(doing.at === 'done');
  if (!clue) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  const { state, person, patientId, note, incidentId } = clue;
  const signs = signsInWords(clue.form, clue.yes);
  const reviews = state === 'toReview' && mayByPost('clue:review');
  return (
    <Page>
      {doing.at === 'done' && <View className="gh-note">{commonWords.noted}</View>}
      <Card
        title={screeningWords.whoseClue(
          person?.name ?? (clue.erasedAt === null ? screeningWords.notSaidWho : screeningWords.nobodyNamed),
          clue.areaName,
        )}
      >
        <View className="gh-sub">{CLUE_STATES[state]}</View>
        <Lines of={stepLines(clue, today)} />
      </Card>
      <Card title={screeningWords.told}>
        <Lines of={toldLines(clue, today)} />
        {signs.map(sign => (
          <View key={sign} className="gh-sub gh-gap">
            {screeningWords.sign(sign)}
          </View>
        ))}
        {note !== null && <View className="gh-sub gh-gap">{screeningWords.said(note)}</View>}
      </Card>
      {patientId !== null && (
        <BigButton look="line" onTap={() => goTo('/packages/registry/patient/index', { patientId })}>
          {screeningWords.seeFile}
        </BigButton>
      )}
      {incidentId !== null && (
        <BigButton look="line" onTap={() => goTo('/packages/incidents/incident/index', { incidentId })}>
          {screeningWords.seeIncident}
        </BigButton>
      )}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {reviews && (
        <ReviewCard
          key={clue.version}
          clue={clue}
          today={today}
          busy={doing.at === 'sending'}
          onReview={body => void send(reviewClue, { clueId }, body)}
        />
      )}
      {state === 'toReview' && !reviews && <View className="gh-note">{screeningWords.doctorReviews}</View>}
      {clue.endedAt === null && <View className="gh-note">{screeningWords.checkedAtDesk}</View>}
    </Page>
  );
}

const Lines = ({ of }: { readonly of: ReturnType<typeof toldLines> }) => (
  <>
    {of.map(([name, value], index) => (
      <KeyValue key={name} name={name} last={index === of.length - 1}>
        {value}
      </KeyValue>
    ))}
  </>
);
