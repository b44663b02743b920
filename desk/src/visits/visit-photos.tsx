import { urlOf } from '@guanhu/shared/kernel/route';
import { readAttachment } from '@guanhu/shared/registry/attachments.routes';
import type { VisitPhoto } from '@guanhu/shared/visits/visit-photos.contract';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Refused } from '../app/api.ts';
import { bytesFrom } from '../app/save-file.ts';
import { Card } from '../ui/columns.tsx';
import { Problem } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** Photographs of a check-in. Each is fetched only when somebody wants to see it: every look is noted in the file. */
export function VisitPhotos({ photos }: { photos: readonly VisitPhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <Card title="签到照片">
      <ul className="plain-list">
        {photos.map(photo => (
          <Photo key={photo.attachmentId} photo={photo} />
        ))}
      </ul>
    </Card>
  );
}

function Photo({ photo: { attachmentId, at, size, removed } }: { photo: VisitPhoto }) {
  const [shown, setShown] = useState<string>();
  const [problem, setProblem] = useState<Refused>();
  useEffect(
    () => () => {
      if (shown !== undefined) URL.revokeObjectURL(shown);
    },
    [shown],
  );
  const show = () =>
    bytesFrom(urlOf(readAttachment, { attachmentId })).then(
      bytes => setShown(URL.createObjectURL(bytes)),
      (error: unknown) => setProblem(error as Refused),
    );
  return (
    <li>
      <div className="split">
        <span>
          {instantInWords(at)}
          <span className="small">&emsp;{Math.ceil(size / 1024)} KB</span>
        </span>
        {removed ? <Tag tone="plain">已移除</Tag> : shown === undefined && <Button onClick={() => void show()}>查看</Button>}
      </div>
      {shown !== undefined && <img src={shown} alt="随访签到时拍摄的照片" style={{ maxWidth: '100%', maxHeight: '32rem' }} />}
      {problem && <Problem refusal={problem} />}
    </li>
  );
}
