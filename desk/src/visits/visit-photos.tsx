import { urlOf } from '@guanhu/shared/kernel/route';
import { readAttachment } from '@guanhu/shared/registry/attachments.routes';
import type { VisitPhoto } from '@guanhu/shared/visits/visit-photos.contract';
import { Card } from '../ui/columns.tsx';
import { FetchedMedia } from '../ui/fetched-media.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** Photographs of a check-in. Each is fetched only when somebody wants to see it: every look is noted in the file. */
export function VisitPhotos({ photos }: { photos: readonly VisitPhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <Card title="签到照片">
      <ul className="plain-list">
        {photos.map(({ attachmentId, at, size, removed }) => (
          <li key={attachmentId}>
            <p>
              {instantInWords(at)}
              <span className="small">&emsp;{Math.ceil(size / 1024)} KB</span>
              {removed && <Tag tone="plain">已移除</Tag>}
            </p>
            {!removed && (
              <FetchedMedia path={urlOf(readAttachment, { attachmentId })} kind="picture" button="查看" label="随访签到时拍摄的照片" />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
