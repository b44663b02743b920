import { useRef, useState } from 'react';
import { useOutbox } from '../../platform/outbox';
import { recordingNotTaken } from '../../platform/outbox/recording.rules.ts';
import { session } from '../../platform/session';
import { NOTHING_SAID, type Spoken } from './voice-note.tsx';

/** What is said in a form that is sent to one of these addresses; until something is, the recording of what was not taken there. */
export function useSpoken(...urls: readonly string[]): readonly [Spoken, (next: Spoken) => void] {
  const { refused } = useOutbox();
  const [spoken, setSpoken] = useState<Spoken>();
  // It stays when it is sent anew, and so no longer stands among what was refused.
  const before = useRef<string>();
  before.current ??= recordingNotTaken(refused, urls, session()?.me.personId ?? '');
  return [spoken ?? (before.current === undefined ? NOTHING_SAID : { at: 'said', content: before.current }), setSpoken];
}
