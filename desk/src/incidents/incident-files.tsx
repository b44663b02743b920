import type { IncidentAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { readIncidentFile } from '@guanhu/shared/incidents/incidents.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { FetchedMedia } from '../ui/fetched-media.tsx';
import { instantInWords } from '../ui/words.ts';

type File = IncidentAnswer['files'][number];

/** Voice notes and photographs of an incident; each is fetched when somebody opens it, and that is noted. */
export const IncidentFiles = ({ incidentId, files }: { incidentId: string; files: readonly File[] }) => (
  <>
    {files.map(({ fileId, type, at }) => {
      const isVoice = type.startsWith('audio/');
      return (
        <FetchedMedia
          key={fileId}
          path={urlOf(readIncidentFile, { incidentId, fileId })}
          kind={isVoice ? 'sound' : 'picture'}
          button={`${isVoice ? '听录音' : '看照片'} ${instantInWords(at)}`}
          label={`${isVoice ? '录音' : '现场照片'} ${instantInWords(at)}`}
        />
      );
    })}
  </>
);
