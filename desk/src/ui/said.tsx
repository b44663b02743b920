import { FetchedMedia } from './fetched-media.tsx';

/** What somebody said, typed, spoken or both. `voice`: where the recording stands below /api; undefined when there is none. */
export const Said = ({ words, voice, label }: { words: string | null; voice: string | undefined; label: string }) => (
  <>
    {words}
    {voice !== undefined && <FetchedMedia path={voice} kind="sound" button="听录音" label={label} />}
  </>
);
