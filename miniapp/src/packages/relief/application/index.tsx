import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { urlOf, type Route } from '@guanhu/shared/kernel/route';
import {
  forwardRelief,
  objectToRelief,
  readRelief,
  readReliefVoice,
  receivePapers,
  withdrawRelief,
} from '@guanhu/shared/relief/relief.routes';
import { BENEFITS, RELIEF_ACTS, RELIEF_OFFICES } from '@guanhu/shared/relief/relief.terms';
import { useDeeds, type Meant } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { useForm } from '../../../platform/drafts/use-form.ts';
import { openMedia } from '../../../platform/media';
import { goTo, urlTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { useWaiting } from '../../../platform/outbox/use-waiting.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { MultiChips } from '../../../ui/form/chips.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { dayInWords, momentInWords } from '../../../ui/time.ts';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import { useSpoken } from '../../../ui/voice-note/use-spoken.ts';
import { saidWith, VoiceNote } from '../../../ui/voice-note/voice-note.tsx';
import { standsIn, wayOf } from './relief-words.ts';
import { commonWords } from '../../../words/common.ts';
import { reliefWords } from '../../../words/relief.ts';

/** How far an application for a benefit is: for the family, and for whoever sees to it in the village. */
export default function ReliefPage() {
  const reliefId = useRouter().params.reliefId ?? '';
  const { value: relief, refusal, reload } = useRead(readRelief, { params: { reliefId }, keep: true });
  const page = urlTo('/packages/relief/application/index', { reliefId });
  const draft = `relief-objection:${reliefId}`;
  const deeds = useDeeds(reload, { what: reliefWords.deed, form: { draft, page } });
  const isWaiting = useWaiting(urlOf(readRelief, { reliefId }), reload) && deeds.doing.at !== 'sending';
  const [words, setWords] = useForm(draft, '');
  const [spoken, setSpoken] = useSpoken(urlOf(objectToRelief, { reliefId }));
  const objection = saidWith(words, spoken);
  const [unheard, setUnheard] = useState(false);
  const [handed, setHanded] = useState<readonly string[]>([]);
  const today = phoneToday();
  if (!relief) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const { may, version, objectUntil, papers } = relief;
  const busy = deeds.doing.at === 'sending';
  const send = <R extends Route>(route: R, meant: Meant<R>) => deeds.send(route, { reliefId }, meant);
  const hear = async (stepId: string) => setUnheard(!(await openMedia(urlOf(readReliefVoice, { reliefId, stepId }), 'audio')));
  const missing = papers.filter(paper => !paper.handedIn);
  const said = relief.steps.filter(step => (step.words !== null || step.hasVoice) && step.act !== 'papers').reverse();
  return (
    <Page>
      <Card title={BENEFITS[relief.benefit].label}>
        <View className="gh-sub">{standsIn(relief.state)}</View>
        <View className="gh-gap">
          <Timeline steps={wayOf(relief, today)} />
        </View>
      </Card>
      {deeds.doing.at === 'refused' && <View className="gh-form-row__fault">{deeds.doing.say}</View>}
      {isWaiting && <View className="gh-sub">{commonWords.keptOnPhone}</View>}
      {said.length > 0 && (
        <Card list title={reliefWords.whatWasSaid}>
          {said.map((step, index) => (
            <ListItem
              key={step.stepId}
              title={step.words ?? reliefWords.saidInOwnVoice}
              sub={`${RELIEF_ACTS[step.act]} · ${step.by} · ${momentInWords(step.at, today)}`}
              last={index === said.length - 1}
              {...(step.hasVoice ? { onTap: () => void hear(step.stepId) } : {})}
            />
          ))}
          {unheard && <View className="gh-form-row__fault">{reliefWords.recordingNotOpened}</View>}
        </Card>
      )}
      {may.object && !isWaiting && (
        <Card title={reliefWords.disagree}>
          {objectUntil !== null && <View className="gh-sub">{reliefWords.mayObjectUntil(dayInWords(objectUntil, today))}</View>}
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise={reliefWords.typeOrAskVillage} onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <TextArea value={words} placeholder={reliefWords.orTypeWhy} most={500} onChange={setWords} />
          </View>
          <View className="gh-gap">
            <BigButton
              busy={busy}
              disabled={objection === undefined}
              onTap={() => void send(objectToRelief, tappedAt => ({ version, ...objection, tappedAt }))}
            >
              {reliefWords.object}
            </BigButton>
          </View>
        </Card>
      )}
      <Card list title={reliefWords.papers}>
        {papers.length === 0 && <ListItem title={reliefWords.noPapers} last />}
        {papers.map((paper, index) => (
          <KeyValue key={paper.name} name={paper.name} last={index === papers.length - 1}>
            {paper.handedIn ? reliefWords.hasCome : reliefWords.notHandedIn}
          </KeyValue>
        ))}
      </Card>
      {may.handle && missing.length > 0 && (
        <Card title={reliefWords.whichPapers}>
          <MultiChips options={missing.map(paper => ({ value: paper.name, text: paper.name }))} values={handed} onChange={setHanded} />
          <View className="gh-gap">
            <BigButton
              look="secondary"
              busy={busy}
              disabled={handed.length === 0}
              onTap={() => void send(receivePapers, { version, papers: [...handed] }).then(() => setHanded([]))}
            >
              {reliefWords.savePapers}
            </BigButton>
          </View>
        </Card>
      )}
      {may.handle && relief.state === 'collecting' && (
        <BigButton busy={busy} onTap={() => void send(forwardRelief, { version })}>
          {reliefWords.forward(RELIEF_OFFICES[relief.office])}
        </BigButton>
      )}
      <BigButton look="line" onTap={() => goTo('/packages/relief/benefits/index', { patientId: relief.patientId })}>
        {reliefWords.whatElse}
      </BigButton>
      {may.withdraw && (
        <BigButton look="line" busy={busy} onTap={() => void send(withdrawRelief, { version })}>
          {reliefWords.dropIt}
        </BigButton>
      )}
    </Page>
  );
}
