import { ORGANISATION_KINDS } from '@guanhu/shared/access/access.terms';
import type { Activity, ActivityPhoto } from '@guanhu/shared/outreach/activity.contract';
import { addActivityPhoto, readActivity, removeActivityPhoto } from '@guanhu/shared/outreach/activity.routes';
import { ACTIVITY_KINDS, MOST_PHOTOS } from '@guanhu/shared/outreach/activity.terms';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { fileBase64 } from '../intake/file-base64.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { FetchedMedia } from '../ui/fetched-media.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** One activity: what it was, what came of it, its photographs. */
export function ActivityPage() {
  const { activityId = '' } = useParams();
  const activity = useRead(readActivity, { params: { activityId } });
  return <Answered of={activity}>{answer => <Shown activity={answer} />}</Answered>;
}

function Shown({ activity }: { activity: Activity }) {
  const standing = activity.photos.filter(photo => !photo.removed);
  return (
    <Detail over={`${activity.areaName} · ${ACTIVITY_KINDS[activity.kind]}`} title={activity.what}>
      <Card title="活动">
        <Facts
          of={[
            ['日期', dayInWords(activity.on)],
            ['参加人数', `${String(activity.attendees)} 人`],
            ...(activity.organiser === null ? [] : [['主办', ORGANISATION_KINDS[activity.organiser]] as const]),
            ['登记', activity.loggedBy],
            ['情况和效果', activity.findings],
          ]}
        />
      </Card>
      <Card title="照片">
        {activity.photos.length === 0 && <p className="sub">还没有照片。</p>}
        <ul className="rows">
          {activity.photos.map(photo => (
            <li key={photo.photoId}>
              <Photo activity={activity} photo={photo} />
            </li>
          ))}
        </ul>
        {activity.mayWrite && standing.length < MOST_PHOTOS && <Add key={activity.photos.length} activityId={activity.activityId} />}
      </Card>
    </Detail>
  );
}

function Photo({ activity: { activityId, mayWrite }, photo: { photoId, at, removed } }: { activity: Activity; photo: ActivityPhoto }) {
  const [removing, setRemoving] = useState(false);
  const [reason, setReason] = useState('');
  const write = useWrite(removeActivityPhoto, () => setRemoving(false));
  if (removed) return <p className="small">{`${instantInWords(at)} 的照片已移除`}</p>;
  const path = `/activities/${activityId}/photos/${photoId}`;
  return (
    <>
      <div className="split">
        <FetchedMedia path={path} kind="picture" button="看照片" label="活动照片" />
        {mayWrite && !removing && <Button onClick={() => setRemoving(true)}>移除</Button>}
      </div>
      <p className="small">{`${instantInWords(at)} 上传`}</p>
      {removing && (
        <div className="actions">
          <Input
            aria-label="移除的原因"
            placeholder="为什么移除，比如能认出人"
            maxLength={200}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          <Button
            danger
            disabled={reason.trim() === ''}
            loading={write.busy}
            onClick={() => void write.run({ params: { activityId, photoId }, body: { reason: reason.trim() } })}
          >
            移除
          </Button>
        </div>
      )}
      <Refusal of={write} />
    </>
  );
}

function Add({ activityId }: { activityId: string }) {
  const [photoId] = useState(newKey);
  const [file, setFile] = useState<File>();
  const [looked, setLooked] = useState(false);
  const write = useWrite(addActivityPhoto);
  const send = async () => {
    if (file && looked) await write.run({ params: { activityId }, body: { photoId, content: await fileBase64(file), nobodyOfCare: true } });
  };
  return (
    <>
      <p className="sub">照片里的拍摄地点会自动去掉。</p>
      <input
        type="file"
        aria-label="选照片"
        accept="image/jpeg,image/png"
        onChange={event => {
          setFile(event.target.files?.[0]);
          setLooked(false);
        }}
      />
      <div className="actions">
        <Checkbox checked={looked} disabled={!file} onChange={event => setLooked(event.target.checked)}>
          我看过了：照片里认不出服务对象和家属
        </Checkbox>
        <Button type="primary" disabled={!file || !looked} loading={write.busy} onClick={() => void send()}>
          上传照片
        </Button>
      </div>
      <Refusal of={write} />
    </>
  );
}
