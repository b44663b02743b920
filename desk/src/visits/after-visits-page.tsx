import { listAlerts, listConcerns, listLostReports, listReferrals } from '@guanhu/shared/visits/after-visit.routes';
import { REFERRAL_STATES } from '@guanhu/shared/visits/referral.rules';
import { ALERT_STATES, CONCERN_KINDS, CONCERN_STATES, LOST_REPORT_STATES } from '@guanhu/shared/visits/rights.terms';
import { Segmented } from 'antd';
import { usePages } from '../app/queries.ts';
import { useMay, useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords, instantInWords } from '../ui/words.ts';

const KINDS = { alerts: '权益预警', referrals: '转诊', lost: '失访报告', concerns: '保密报告' } as const;
type Kind = keyof typeof KINDS;
const LOOK_MS = 20_000;

/** What visits led to: alerts first, then referrals, written reports, and what was reported in confidence. */
export function AfterVisitsPage() {
  const [kind = 'alerts', setKind] = useFilter('kind');
  const may: Readonly<Record<Kind, boolean>> = {
    alerts: useMay('rights:read'),
    referrals: useMay('referral:read'),
    lost: useMayByPost('lost-report:read'),
    concerns: useMayByPost('concern:read'),
  };
  const options = (Object.keys(KINDS) as Kind[]).filter(one => may[one]).map(value => ({ value, label: KINDS[value] }));
  return (
    <Place
      list={
        <ListColumn
          title="随访后续"
          hint="随访发现的事，办到底"
          filters={<Segmented aria-label="看哪一类" value={kind} onChange={value => setKind(value)} options={options} />}
        >
          {kind === 'alerts' && <Alerts />}
          {kind === 'referrals' && <Referrals />}
          {kind === 'lost' && <LostReports />}
          {kind === 'concerns' && <Concerns />}
        </ListColumn>
      }
    />
  );
}

const Alerts = () => (
  <Rows
    pages={usePages(listAlerts, { query: {} }, { every: LOOK_MS })}
    empty={<Empty title="没有权益预警">随访发现关锁以后，会马上出现在这里。</Empty>}
    row={one => (
      <RowLink
        key={one.alertId}
        to={`/after-visits/alerts/${one.alertId}`}
        title={one.patientName}
        aside={<span className="small">{instantInWords(one.foundAt)}</span>}
        note={`${one.villageName} · ${instantInWords(one.dueAt)} 前解锁`}
        tag={{ tone: one.state === 'open' ? 'danger' : 'calm', words: ALERT_STATES[one.state] }}
      />
    )}
  />
);

const Referrals = () => (
  <Rows
    pages={usePages(listReferrals, { query: {} }, { every: LOOK_MS })}
    empty={<Empty title="没有转诊">医生在随访记录里选了转诊，会出现在这里。</Empty>}
    row={one => (
      <RowLink
        key={one.referralId}
        to={`/after-visits/referrals/${one.referralId}`}
        title={one.patientName}
        aside={<span className="small">{instantInWords(one.sentAt)}</span>}
        note={`${one.villageName} · ${one.to ?? '没有填机构'}`}
        tag={{
          tone: ['answered', 'inCommunity', 'toldBack'].includes(one.state) ? 'calm' : one.state === 'declined' ? 'danger' : 'warn',
          words: REFERRAL_STATES[one.state],
        }}
      />
    )}
  />
);

const LostReports = () => (
  <Rows
    pages={usePages(listLostReports, { query: {} }, { every: LOOK_MS })}
    empty={<Empty title="没有失访报告">连续几次没有访到、随访或办公室登记失访，会在这里起草报告。</Empty>}
    row={one => (
      <RowLink
        key={one.reportId}
        to={`/after-visits/lost/${one.reportId}`}
        title={one.patientName}
        note={`${one.villageName} · ${dayInWords(one.draftedOn)} 起草`}
        tag={{ tone: one.state === 'draft' ? 'danger' : 'calm', words: LOST_REPORT_STATES[one.state] }}
      />
    )}
  />
);

const Concerns = () => (
  <Rows
    pages={usePages(listConcerns, { query: {} }, { every: LOOK_MS })}
    empty={<Empty title="没有保密报告">工作人员在手机上保密报告以后，会出现在这里；家属看不到。</Empty>}
    row={one => (
      <RowLink
        key={one.concernId}
        to={`/after-visits/concerns/${one.concernId}`}
        title={CONCERN_KINDS[one.kind]}
        aside={<span className="small">{instantInWords(one.reportedAt)}</span>}
        note={`${one.villageName} ${one.patientName}`}
        tag={{ tone: one.state === 'open' ? 'danger' : 'calm', words: CONCERN_STATES[one.state] }}
      />
    )}
  />
);
