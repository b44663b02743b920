import { listAdmissions } from '@guanhu/shared/incidents/admission.routes';
import { ADMISSION_GROUNDS, ADMISSION_STATES, type AdmissionState } from '@guanhu/shared/incidents/admission.terms';
import { listLookBacks } from '@guanhu/shared/incidents/look-back.routes';
import { LOOK_BACK_CAUSES } from '@guanhu/shared/incidents/look-back.rules';
import { listMissing } from '@guanhu/shared/incidents/missing.routes';
import { MISSING_STATES } from '@guanhu/shared/incidents/missing.terms';
import { Segmented } from 'antd';
import { useLocation } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMay, useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import type { Tone } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords, instantInWords, spanInWords } from '../ui/words.ts';

const KINDS = { admissions: '住院', missing: '走失', lookBacks: '倒查' } as const;
type Kind = keyof typeof KINDS;
/** Where each is read. */
const PATHS: Readonly<Record<Kind, string>> = { admissions: 'admissions', missing: 'missing', lookBacks: 'look-backs' };
const LOOK_MS = 20_000;

/** What incidents led to: stays in hospital, searches, backward reviews. */
export function AfterIncidentsPage() {
  const may: Readonly<Record<Kind, boolean>> = {
    admissions: useMay('admission:read'),
    missing: useMay('missing:read'),
    lookBacks: useMayByPost('look-back:read'),
  };
  const [chosen, setKind] = useFilter('kind');
  const options = (Object.keys(KINDS) as Kind[]).filter(one => may[one]).map(value => ({ value, label: KINDS[value] }));
  const { pathname } = useLocation();
  // Whoever comes by a link finds the list that it belongs to beside it.
  const opened = options.find(({ value }) => pathname.includes(`/after-incidents/${PATHS[value]}/`));
  const kind = chosen ?? (opened ?? options[0])?.value;
  return (
    <Place
      list={
        <ListColumn
          title="住院、走失与倒查"
          hint="从服务对象的档案或一条情况开始"
          filters={<Segmented aria-label="看哪一类" value={kind ?? 'missing'} onChange={value => setKind(value)} options={options} />}
        >
          {kind === 'admissions' && <Admissions />}
          {kind === 'missing' && <Missing />}
          {kind === 'lookBacks' && <LookBacks />}
        </ListColumn>
      }
    />
  );
}

const toneOf = (state: AdmissionState): Tone =>
  state === 'received' || state === 'ended' ? 'calm' : state === 'toRelease' ? 'danger' : 'warn';

const Admissions = () => (
  <Rows
    pages={usePages(listAdmissions, { query: {} }, { every: LOOK_MS })}
    empty={<Empty title="没有住院记录">从服务对象的档案登记住院以后，会出现在这里。</Empty>}
    row={one => (
      <RowLink
        key={one.admissionId}
        to={`/after-incidents/admissions/${one.admissionId}`}
        title={one.patientName}
        aside={<span className="small">{dayInWords(one.admittedOn)}</span>}
        note={`${one.villageName} · ${ADMISSION_GROUNDS[one.ground]}`}
        tag={{ tone: toneOf(one.state), words: ADMISSION_STATES[one.state] }}
      />
    )}
  />
);

const Missing = () => (
  <Rows
    pages={usePages(listMissing, { query: {} }, { every: LOOK_MS })}
    empty={<Empty title="没有走失记录">从服务对象的档案登记走失以后，会出现在这里。</Empty>}
    row={one => (
      <RowLink
        key={one.missingId}
        to={`/after-incidents/missing/${one.missingId}`}
        title={one.patientName}
        aside={<span className="small">{instantInWords(one.lastSeenAt)}</span>}
        note={`${one.villageName} · 最后看到`}
        tag={{ tone: one.state === 'searching' ? 'danger' : 'calm', words: MISSING_STATES[one.state] }}
      />
    )}
  />
);

const LookBacks = () => (
  <Rows
    pages={usePages(listLookBacks, { query: {} })}
    empty={<Empty title="没有倒查">肇祸或死亡以后，可以从那条情况开始倒查。</Empty>}
    row={one => (
      <RowLink
        key={one.lookBackId}
        to={`/after-incidents/look-backs/${one.lookBackId}`}
        title={one.patientName}
        aside={<span className="small">{LOOK_BACK_CAUSES[one.cause]}</span>}
        note={`${one.villageName} · ${spanInWords(one.from, one.to)}`}
      />
    )}
  />
);
