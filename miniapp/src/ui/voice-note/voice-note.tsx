import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { recordVoice } from '../../platform/voice';
import type { Recording } from '../../platform/voice/voice.ts';
import { BigButton } from '../button/big-button.tsx';
import { uiWords } from '../../words/ui.ts';

/** What was said instead of typed: nothing, something that is still being said, or a recording in base64. */
export type Spoken = { readonly at: 'none' | 'recording' } | { readonly at: 'said'; readonly content: string };
export const NOTHING_SAID: Spoken = { at: 'none' };

const WORDS: Readonly<Record<Spoken['at'], string>> = { none: uiWords.sayIt, recording: uiWords.recordingNow, said: uiWords.recordAgain };

type VoiceNoteProps = {
  readonly value: Spoken;
  /** Whoever has no microphone still has another way: it is said here. */
  readonly otherwise: string;
  readonly onChange: (spoken: Spoken) => void;
};

/** A voice note instead of typing: a tap begins it, a tap ends it, and it can be said once more. While it goes on there is nothing to send. */
export function VoiceNote({ value, otherwise, onChange }: VoiceNoteProps) {
  const recording = useRef<Recording>();
  const [fault, setFault] = useState<string>();
  const record = async () => {
    const begun = await recordVoice();
    if (!begun) {
      setFault(uiWords.noMicrophone(otherwise));
      return;
    }
    setFault(undefined);
    recording.current = begun;
    onChange({ at: 'recording' });
    const content = await begun.done;
    recording.current = undefined;
    if (content === undefined) setFault(uiWords.noRecording);
    onChange(content === undefined ? NOTHING_SAID : { at: 'said', content });
  };
  return (
    <>
      <BigButton
        look="secondary"
        icon="mic"
        onTap={() => {
          if (recording.current) recording.current.stop();
          else void record();
        }}
      >
        {WORDS[value.at]}
      </BigButton>
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
    </>
  );
}

/** What goes with a write: words, a recording or both; undefined while nothing is said, or still is. */
export function saidWith(words: string, spoken: Spoken): { readonly words?: string; readonly voice?: string } | undefined {
  const typed = words.trim();
  if (spoken.at === 'recording' || (typed === '' && spoken.at === 'none')) return undefined;
  return { ...(typed === '' ? {} : { words: typed }), ...(spoken.at === 'said' ? { voice: spoken.content } : {}) };
}
