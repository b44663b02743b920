import { useState } from 'react';
import { View } from '@tarojs/components';
import { takePhoto } from '../../../platform/photo';
import { noPhotoSays } from '../../../platform/photo/no-photo.ts';
import type { KeptPhoto } from '../../../platform/photo/photo.ts';
import { recordVoice } from '../../../platform/voice';
import type { Recording } from '../../../platform/voice/voice.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { incidentsWords } from '../../../words/incidents.ts';

type More = {
  readonly busy: boolean;
  readonly say: string | undefined;
  /** What may be written. */
  readonly hint: string;
  readonly onPhoto: (photo: KeptPhoto) => Promise<void>;
  readonly onRecording: (content: string) => Promise<void>;
  readonly onPlace: () => Promise<void>;
  readonly onWords: (words: string) => Promise<boolean>;
};

/** What may follow a report that has been told: a voice note first, for that is easiest, a photograph, the place, words. None is needed. */
export function AddMore({ busy, say, hint, onPhoto, onRecording, onPlace, onWords }: More) {
  const [recording, setRecording] = useState<Recording>();
  const [fault, setFault] = useState<string>();
  const [words, setWords] = useState('');
  const record = async () => {
    const begun = await recordVoice();
    if (!begun) {
      setFault(incidentsWords.noMicrophone);
      return;
    }
    setFault(undefined);
    setRecording(begun);
    const content = await begun.done;
    setRecording(undefined);
    if (content === undefined) setFault(incidentsWords.noRecording);
    else await onRecording(content);
  };
  const photograph = async () => {
    const taken = await takePhoto();
    setFault(taken.at === 'taken' ? undefined : noPhotoSays(taken.at));
    if (taken.at === 'taken') await onPhoto(taken.photo);
  };
  return (
    <FormRow title={incidentsWords.sayMore} note={fault ?? say}>
      <View className="gh-gap">
        <BigButton
          look="secondary"
          icon="mic"
          busy={busy}
          onTap={() => {
            if (recording) recording.stop();
            else void record();
          }}
        >
          {recording ? incidentsWords.recordingNow : incidentsWords.sayIt}
        </BigButton>
      </View>
      <View className="gh-gap">
        <BigButton look="secondary" icon="camera" busy={busy} onTap={() => void photograph()}>
          {incidentsWords.takePhoto}
        </BigButton>
      </View>
      <View className="gh-gap">
        <BigButton look="secondary" icon="place" busy={busy} onTap={() => void onPlace()}>
          {incidentsWords.sharePlace}
        </BigButton>
      </View>
      <View className="gh-gap">
        <TextArea value={words} placeholder={hint} most={500} onChange={setWords} />
      </View>
      <View className="gh-gap">
        <BigButton
          look="secondary"
          busy={busy}
          disabled={words.trim() === ''}
          onTap={() => {
            void onWords(words.trim()).then(done => {
              if (done) setWords('');
            });
          }}
        >
          {incidentsWords.add}
        </BigButton>
      </View>
    </FormRow>
  );
}
