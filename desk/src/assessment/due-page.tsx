import { listDueAssessments } from '@guanhu/shared/assessment/assessment.routes';
import { CYCLES, CYCLE_STATES, type Cycle } from '@guanhu/shared/assessment/assessment.terms';
import { Select } from 'antd';
import { usePages } from '../app/queries.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { nearDayInWords } from '../ui/words.ts';
import { CYCLE_TONES } from './assessment-words.ts';

/** Reviews and exams by the day they are due; the patient beside the list. */
export function DuePage() {
  const [cycle, setCycle] = useFilter('cycle');
  const [all, setAll] = useFilter('all');
  const pages = usePages(listDueAssessments, {
    query: { ...(cycle === undefined ? {} : { cycle: cycle as Cycle }), ...(all === undefined ? { inSight: 'yes' as const } : {}) },
  });
  return (
    <Place
      list={
        <ListColumn
          title="评估与体检"
          hint="到期和超期的在上面"
          filters={
            <>
              <Select
                aria-label="按项目筛选"
                value={cycle}
                onChange={setCycle}
                allowClear
                placeholder="评估和体检"
                options={Object.entries(CYCLES).map(([value, label]) => ({ value, label }))}
              />
              <Select
                aria-label="按时间筛选"
                value={all ?? 'due'}
                onChange={value => setAll(value === 'due' ? undefined : value)}
                options={[
                  { value: 'due', label: '只看到期的' },
                  { value: 'all', label: '全部' },
                ]}
              />
            </>
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有到期的评估和体检">按政策的周期到期前会出现在这里。</Empty>}
            row={one => (
              <RowLink
                key={`${one.patientId}${one.cycle}`}
                to={`/assessments/${one.patientId}`}
                title={one.patientName}
                note={`${one.villageName} · ${CYCLES[one.cycle]} · ${nearDayInWords(one.dueOn)} 前`}
                tag={{ tone: CYCLE_TONES[one.state], words: CYCLE_STATES[one.state] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
