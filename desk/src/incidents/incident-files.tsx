import type { IncidentAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { readIncidentFile } from '@guanhu/shared/incidents/incidents.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Refused } from '../app/api.ts';
import { bytesFrom } from '../app/save-file.ts';
import { Problem } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

type File = IncidentAnswer['files'][number];

/** Voice notes and photographs of an incident; each is fetched when somebody opens it, and that is noted. */
export const IncidentFiles = ({ incidentId, files }: { incidentId: string; files: readonly File[] }) => (
  <>
    {files.map(file => (
      <OneFile key={file.fileId} incidentId={incidentId} file={file} />
    ))}
  </>
);

function OneFile({ incidentId, file: { fileId, type, at } }: { incidentId: string; file: File }) {
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<Refused>();
  const isVoice = type.startsWith('audio/');
  useEffect(
    () => () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    },
    [url],
  );
  const open = () =>
    bytesFrom(urlOf(readIncidentFile, { incidentId, fileId })).then(
      bytes => setUrl(URL.createObjectURL(bytes)),
      (error: unknown) => setProblem(error as Refused),
    );
  return (
    <div>
      {url === undefined ? (
        <Button onClick={() => void open()}>{`${isVoice ? '听录音' : '看照片'} ${instantInWords(at)}`}</Button>
      ) : isVoice ? (
        <audio controls autoPlay src={url} aria-label={`录音 ${instantInWords(at)}`} />
      ) : (
        <img src={url} alt={`现场照片 ${instantInWords(at)}`} width={320} />
      )}
      {problem && <Problem refusal={problem} />}
    </div>
  );
}
