import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import { objectToRefusal, resubmitApplication, withdrawApplication } from '@guanhu/shared/agreements/application.routes';
import { urlOf, type Route } from '@guanhu/shared/kernel/route';
import type { Meant } from '../../../../platform/api/use-deeds.ts';
import { useForm } from '../../../../platform/drafts/use-form.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { useSpoken } from '../../../../ui/voice-note/use-spoken.ts';
import { saidWith, VoiceNote } from '../../../../ui/voice-note/voice-note.tsx';
import { byOutbox, PaperPhotos } from '../../paper-photos.tsx';
import { draftOf } from '../use-application.ts';
import { agreementsWords } from '../../../../words/agreements.ts';
import { commonWords } from '../../../../words/common.ts';

type Send = <R extends Route>(route: R, meant: Meant<R>) => Promise<void>;
type Props = { readonly application: ApplicationDetail; readonly busy: boolean; readonly send: Send };
type Typed = { readonly words: string; readonly added: readonly string[] };

/** What the family can do: add what is missing, object, take it back. */
export function FamilyDeeds({ application, busy, send }: Props) {
  const [typed, type] = useForm<Typed>(draftOf(application.applicationId), { words: '', added: [] });
  const { words, added } = typed;
  const setWords = (next: string) => type({ ...typed, words: next });
  const one = { applicationId: application.applicationId };
  const [spoken, setSpoken] = useSpoken(urlOf(objectToRefusal, one), urlOf(resubmitApplication, one));
  const [sure, setSure] = useState(false);
  const { may, version, stated, files } = application;
  const said = saidWith(words, spoken);
  return (
    <>
      {may.object && (
        <Card title={agreementsWords.disagree}>
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise={agreementsWords.typeOrAskGridWorker} onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <TextArea value={words} placeholder={agreementsWords.orTypeWhy} most={500} onChange={setWords} />
          </View>
          <View className="gh-gap">
            <BigButton
              busy={busy}
              disabled={said === undefined}
              onTap={() => void send(objectToRefusal, tappedAt => ({ version, ...said, tappedAt }))}
            >
              {agreementsWords.object}
            </BigButton>
          </View>
        </Card>
      )}
      {may.resubmit && (
        <Card title={agreementsWords.completeAndResubmit}>
          <View className="gh-gap">
            <VoiceNote value={spoken} otherwise={agreementsWords.typeOrLeave} onChange={setSpoken} />
          </View>
          <View className="gh-gap">
            <TextArea value={words} placeholder={agreementsWords.orTypeCompletion} most={500} onChange={setWords} />
          </View>
          <View className="gh-gap">
            <PaperPhotos
              what={agreementsWords.missingPaper}
              kept={added}
              onKept={next => type({ ...typed, added: next })}
              keep={byOutbox(application.patientId)}
            />
          </View>
          <View className="gh-gap">
            <BigButton
              busy={busy}
              disabled={spoken.at === 'recording'}
              onTap={() =>
                void send(resubmitApplication, tappedAt => ({
                  version,
                  ...stated,
                  files: [...files.map(file => file.attachmentId), ...added],
                  ...said,
                  tappedAt,
                }))
              }
            >
              {agreementsWords.resubmit}
            </BigButton>
          </View>
        </Card>
      )}
      {may.withdraw && (
        <BigButton look="line" busy={busy} onTap={() => setSure(true)}>
          {agreementsWords.withdrawApplication}
        </BigButton>
      )}
      <Sheet
        open={sure}
        title={agreementsWords.withdrawAsk}
        confirm={commonWords.withdraw}
        onConfirm={() => {
          setSure(false);
          void send(withdrawApplication, tappedAt => ({ version, tappedAt }));
        }}
        onClose={() => setSure(false)}
      >
        {agreementsWords.withdrawMeaning}
      </Sheet>
    </>
  );
}
