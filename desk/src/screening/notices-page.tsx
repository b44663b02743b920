import { inWords } from '@guanhu/shared/kernel/calendar-date';
import { listNotices } from '@guanhu/shared/screening/notice.routes';
import { NOTICE_SOURCES, NOTICE_STATES, isNoticeEnded, type NoticeState } from '@guanhu/shared/screening/notice.terms';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';

/** Those who come home from hospital, compulsory treatment or custody: nobody is named until one is opened. */
export function NoticesPage() {
  const [state, setState] = useFilter('state');
  const records = useMayByPost('notice:record');
  const pages = usePages(listNotices, { query: state === undefined ? {} : { state: state as NoticeState } });
  return (
    <Place
      list={
        <ListColumn
          title="出院释放通知"
          actions={
            records && (
              <Link to="/notices/new">
                <Button type="primary">登记通知</Button>
              </Link>
            )
          }
          filters={
            <Select
              aria-label="办到哪一步"
              allowClear
              placeholder="全部"
              value={state ?? null}
              onChange={setState}
              options={Object.entries(NOTICE_STATES).map(([value, label]) => ({ value, label }))}
              style={{ minWidth: 180 }}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有通知">医院、强制医疗所、监狱、司法所告知有人要回来，登记在这里，直到接收办好。</Empty>}
            row={one => (
              <RowLink
                key={one.noticeId}
                to={`/notices/${one.noticeId}`}
                title={one.nameless ?? '已抹去'}
                aside={<span className="small">{inWords(one.comesOn)}</span>}
                note={`${one.areaName} · ${NOTICE_SOURCES[one.source]}`}
                tag={{
                  tone: one.late ? 'danger' : isNoticeEnded(one.state) ? 'plain' : 'warn',
                  words: one.late ? `${NOTICE_STATES[one.state]}，已超期` : NOTICE_STATES[one.state],
                }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
