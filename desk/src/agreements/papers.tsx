import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import { readRewardPaper } from '@guanhu/shared/agreements/application.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { FILE_TYPES } from '@guanhu/shared/registry/attachments.terms';
import { Button } from 'antd';
import { useState } from 'react';
import type { Refused } from '../app/api.ts';
import { saveFrom } from '../app/save-file.ts';
import { FetchedMedia } from '../ui/fetched-media.tsx';
import { Problem } from '../ui/states.tsx';

/** An application's papers: pictures are shown here, a PDF is saved. Each look is noted in the file. */
export const Papers = ({ application: { applicationId, files } }: { application: ApplicationDetail }) => (
  <div className="actions">
    {files.map(({ attachmentId, type }, at) => {
      const path = urlOf(readRewardPaper, { applicationId, attachmentId });
      const label = `第 ${at + 1} 份`;
      return type.startsWith('image/') ? (
        <FetchedMedia key={attachmentId} path={path} kind="picture" button={`查看${label}`} label={`申请材料${label}`} />
      ) : (
        <SaveButton key={attachmentId} path={path} fileName={`${attachmentId}.${FILE_TYPES[type].ending}`} label={`下载${label}`} />
      );
    })}
  </div>
);

function SaveButton({ path, fileName, label }: { path: string; fileName: string; label: string }) {
  const [problem, setProblem] = useState<Refused>();
  const save = () => saveFrom(path, fileName).catch((error: unknown) => setProblem(error as Refused));
  return (
    <div>
      <Button onClick={() => void save()}>{label}</Button>
      {problem && <Problem refusal={problem} />}
    </div>
  );
}
