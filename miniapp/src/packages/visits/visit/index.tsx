import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { RECORD_FORMS } from '@guanhu/shared/visits/visit-record.terms';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { clock } from '../../../ui/time.ts';
import { CheckInPhoto } from './parts/check-in-photo.tsx';
import { TwoPeople } from './parts/two-people.tsx';
import { WatchCard } from './parts/watch-card.tsx';
import { QuickToAbsorb, VisitExtras } from './parts/visit-extras.tsx';
import { VisitFields } from './parts/visit-fields.tsx';
import { VisitSaved } from './parts/visit-saved.tsx';
import { withAnswer } from './draft.rules.ts';
import { useVisit } from './use-visit.ts';
import { faultsOf } from './visit-form.ts';
import { visitsWords } from '../../../words/visits.ts';

export default function VisitPage() {
  const { patientId = '', taskId, visitId } = useRouter().params;
  const { opening, draft, state, form, asked, saving, isLate, photo, together, setTogether, checkIn, change, complete } = useVisit(
    patientId,
    taskId,
    visitId,
  );
  const [tried, setTried] = useState(false);
  useTopOn(saving.at === 'saved' || state?.at === 'waiting');
  if (saving.at === 'saved')
    return (
      <Page>
        <VisitSaved recorded={saving.recorded} />
      </Page>
    );
  if (state?.at === 'waiting' && saving.at !== 'saving') {
    return (
      <Page>
        <Done title={visitsWords.onThisPhone} sub={visitsWords.onThisPhoneSub} />
        {draft && <WatchCard visitId={draft.visitId} patientId={patientId} recorded />}
      </Page>
    );
  }
  if (opening)
    return <Page>{opening.refusal ? <ErrorState refusal={opening.refusal} onRetry={() => void opening.reload()} /> : <Loading />}</Page>;
  if (!draft) {
    return (
      <Page>
        <TwoPeople patientId={patientId} together={together} onTogether={setTogether} />
        <Card title={visitsWords.arrived}>
          <View className="gh-sub gh-gap">{visitsWords.checkInHow}</View>
          <CheckInPhoto photo={photo} />
          <View className="gh-gap">
            <BigButton icon="place" busy={saving.at === 'checkingIn'} onTap={() => void checkIn()}>
              {visitsWords.checkIn}
            </BigButton>
          </View>
          {saving.at === 'refused' && <View className="gh-form-row__fault">{saving.say}</View>}
        </Card>
      </Page>
    );
  }
  const faults = faultsOf(asked, draft.answers);
  const missing = Object.keys(faults).length;
  // Without a check-in there is no visit that a record could be of.
  const lacksCheckIn = state?.at === 'refused' && state.what === 'checkIn';
  return (
    <Page>
      {state?.at === 'refused' && (
        <Card title={state.what === 'record' ? visitsWords.recordRefused : visitsWords.checkInRefused}>
          <View className="gh-form-row__fault">{state.say}</View>
          <View className="gh-sub gh-gap">{state.what === 'record' ? visitsWords.changeAndSend : visitsWords.checkInFirst}</View>
          {lacksCheckIn && (
            <>
              <CheckInPhoto photo={photo} />
              <View className="gh-gap">
                <BigButton icon="place" busy={saving.at === 'checkingIn'} onTap={() => void checkIn()}>
                  {visitsWords.checkInAgain}
                </BigButton>
              </View>
            </>
          )}
        </Card>
      )}
      <View className="gh-sub">{visitsWords.draftSaved(clock(draft.checkedInAt), clock(draft.savedAt))}</View>
      <Chips options={wordOptions(RECORD_FORMS)} value={draft.form} onChange={next => change({ form: next })} />
      <VisitFields
        asked={asked}
        answers={draft.answers}
        faults={tried ? faults : {}}
        onAnswer={(key, value) => change(now => ({ answers: withAnswer(now.answers, key, value) }))}
      />
      <QuickToAbsorb draft={draft} form={form} onChange={change} />
      {draft.answers['result'] !== undefined && <VisitExtras draft={draft} form={form} isLate={isLate} onChange={change} />}
      {tried && missing > 0 && <View className="gh-form-row__fault">{visitsWords.missing(missing)}</View>}
      {saving.at === 'refused' && <View className="gh-form-row__fault">{saving.say}</View>}
      {!lacksCheckIn && photo.fault !== undefined && <View className="gh-form-row__fault">{photo.fault}</View>}
      {!lacksCheckIn && (
        <BigButton
          busy={saving.at === 'saving' || saving.at === 'checkingIn'}
          onTap={() => {
            setTried(true);
            if (missing === 0) void complete();
          }}
        >
          {visitsWords.finish}
        </BigButton>
      )}
      <WatchCard visitId={draft.visitId} patientId={patientId} />
    </Page>
  );
}
