import { CLASS_REASONS, type ClassReason } from '@guanhu/shared/assessment/assessment.terms';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { answersInWords } from '@guanhu/shared/visits/answer-words.rules';
import { RECORD_SECTIONS, type RecordSection } from '@guanhu/shared/visits/national-form.terms';
import { OUTCOMES, PRESENCE_STATES } from '@guanhu/shared/visits/rights.terms';
import { SCORE_FIELDS } from '@guanhu/shared/visits/score-form.terms';
import { RECORD_FORMS } from '@guanhu/shared/visits/visit-record.terms';
import { VISIT_FLAGS } from '@guanhu/shared/visits/visit-flags.rules';
import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { WATCH_SAID } from '@guanhu/shared/visits/visit-watch.rules';
import type { VisitAnswer } from '@guanhu/shared/visits/visits.contract';
import { readVisit } from '@guanhu/shared/visits/visits.routes';
import { VISIT_RESULTS } from '@guanhu/shared/visits/visits.terms';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { VisitPhotos } from './visit-photos.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** A visitor who is looked for may come out while the page is open. */
const LOOK_MS = 30_000;

/** One visit: the whole record, who was there, and what a reviewer is made aware of. */
export function VisitPage() {
  const { visitId = '' } = useParams();
  const visit = useRead(readVisit, { params: { visitId } }, { every: LOOK_MS });
  return <Answered of={visit}>{answer => <Visit visit={answer} />}</Answered>;
}

function Visit({ visit }: { visit: VisitAnswer }) {
  const lines = visit.record === null ? [] : answersInWords(visit.form, visit.localFields, visit.record);
  const sections = (Object.keys(RECORD_SECTIONS) as RecordSection[]).flatMap(section => {
    const own = lines.filter(line => line.section === section);
    return own.length === 0 ? [] : [[section, own] as const];
  });
  const taken = new Set(visit.absorbed?.fields);
  return (
    <Detail
      over={`${SEAT_LABELS[visit.seat]} ${visit.visitorName} · ${instantInWords(visit.at)} 签到`}
      title={visit.result === null ? '还没有记录' : VISIT_RESULTS[visit.result]}
      actions={
        <Link to={`/patients/${visit.patientId}`}>
          <Button>返回档案</Button>
        </Link>
      }
    >
      {visit.lookedFor && <LookedFor visit={visit} lookedFor={visit.lookedFor} />}
      {visit.flags.length > 0 && (
        <Card title="请留意">
          <p>
            {visit.flags.map(flag => (
              <span key={flag}>
                <Tag tone="warn">{VISIT_FLAGS[flag]}</Tag>&ensp;
              </span>
            ))}
          </p>
          <p className="small">只是提示，不代表随访不实；网络不好、换了地方都会这样。</p>
        </Card>
      )}
      {visit.proposed && (
        <Card title="随访分类">
          <Facts
            of={[
              ['软件建议', `${STABILITIES[visit.proposed.stability].label}：${reasonsOf(visit.proposed.reasons)}`],
              ['认定', visit.stability === null ? '—' : STABILITIES[visit.stability].label],
            ]}
          />
        </Card>
      )}
      {sections.map(([section, own]) => (
        <Card key={section} title={RECORD_SECTIONS[section]}>
          <Facts of={own.map(line => [line.label, taken.has(line.key) ? `${line.words}（从快速记录带入）` : line.words] as const)} />
        </Card>
      ))}
      {lines.length === 0 && <Empty title="还没有填记录">签到的人在手机上填完以后，会出现在这里。</Empty>}
      <VisitPhotos photos={visit.photos} />
      <Aside visit={visit} />
    </Detail>
  );
}

type LookedForProps = { visit: VisitAnswer; lookedFor: NonNullable<VisitAnswer['lookedFor']> };

/** Whoever has not come out: whom to telephone, and to which family they went. It comes before everything else on the page. */
function LookedFor({ visit: { patientId, visitorName }, lookedFor: { phone, since } }: LookedForProps) {
  const file = useRead(readPatient, { params: { patientId } }).data;
  return (
    <Card title="还没有报平安" actions={<Tag tone="danger">请马上联系</Tag>}>
      <Facts
        of={[
          ['上门的人', visitorName],
          ['电话', <PhoneLink key="phone" phone={phone} />],
          ['去了哪家', file ? `${file.townshipName} ${file.villageName} ${file.name}` : '—'],
          ['说好报平安', `${instantInWords(since)} 以前`],
        ]}
      />
      <p>{WATCH_SAID.lookFor}</p>
    </Card>
  );
}

const reasonsOf = (reasons: readonly string[]) => reasons.map(reason => CLASS_REASONS[reason as ClassReason]).join('；');

/** Who was there, the score sheet, where the form comes from, and what became of it. */
function Aside({ visit }: { visit: VisitAnswer }) {
  const { score, edition, place } = visit;
  return (
    <>
      {visit.presences.length > 0 && (
        <Card title="一起随访的人">
          <Facts
            of={visit.presences.map(
              one =>
                [
                  `${SEAT_LABELS[one.seat]} ${one.name}`,
                  one.reason === null ? PRESENCE_STATES[one.state] : `${PRESENCE_STATES[one.state]}：${one.reason}`,
                ] as const,
            )}
          />
        </Card>
      )}
      {score && (
        <Card title={`随访探视积分 ${score.total} / ${score.most}`}>
          <Facts of={SCORE_FIELDS.map(field => [field.label, `${score.points[field.key] ?? 0} 分`] as const)} />
        </Card>
      )}
      <Card title="记录情况">
        <Facts
          of={[
            ['表格', edition === null ? '—' : `${RECORD_FORMS[visit.form]}（国家第 ${edition.national} 版${localWords(edition.local)}）`],
            ['填完', visit.recordedAt === null ? '—' : instantInWords(visit.recordedAt)],
            ...(visit.lateReason === null ? [] : [['过后补填的原因', visit.lateReason] as const]),
            [
              '签到位置',
              place === null ? '没有' : `${place.latitude}，${place.longitude}（误差约 ${Math.round(place.accuracyMetres)} 米）`,
            ],
            ...(visit.outcome === null
              ? []
              : [
                  [
                    '处理结果',
                    `${OUTCOMES[visit.outcome.outcome]}${visit.outcome.note === null ? '' : `：${visit.outcome.note}`}`,
                  ] as const,
                ]),
            ...(visit.outcomeDueOn === null ? [] : [['处理结果', `${dayInWords(visit.outcomeDueOn)} 前了解`] as const]),
          ]}
        />
        {visit.referralId !== null && <Link to={`/after-visits/referrals/${visit.referralId}`}>看转诊办到哪一步</Link>}
      </Card>
    </>
  );
}

const localWords = (local: number) => (local === 0 ? '' : `，本县第 ${local} 版`);
