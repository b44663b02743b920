import { listActivities } from '@guanhu/shared/outreach/activity.routes';
import { ACTIVITY_KINDS, type ActivityKind } from '@guanhu/shared/outreach/activity.terms';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords } from '../ui/words.ts';

/** Publicity, training, guidance and what families do together; one of them, or a new one, beside the list. */
export function ActivitiesPage() {
  const [kind, setKind] = useFilter('kind');
  const pages = usePages(listActivities, { query: kind === undefined ? {} : { kind: kind as ActivityKind } });
  const writes = useMayByPost('outreach:write');
  return (
    <Place
      list={
        <ListColumn
          title="宣传与培训"
          actions={
            writes && (
              <Link to="/activities/new">
                <Button type="primary">登记活动</Button>
              </Link>
            )
          }
          filters={
            <Select
              aria-label="按种类筛选"
              value={kind}
              onChange={setKind}
              allowClear
              placeholder="全部种类"
              options={Object.entries(ACTIVITY_KINDS).map(([value, label]) => ({ value, label }))}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有登记">宣传、讲座、培训、下乡指导和家属活动办完以后登记在这里，不写服务对象。</Empty>}
            row={one => (
              <RowLink
                key={one.activityId}
                to={`/activities/${one.activityId}`}
                title={one.what}
                aside={<span className="small">{dayInWords(one.on)}</span>}
                note={`${one.areaName} · ${String(one.attendees)} 人${one.photos > 0 ? ` · ${String(one.photos)} 张照片` : ''}`}
                tag={{ tone: 'plain', words: ACTIVITY_KINDS[one.kind] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
