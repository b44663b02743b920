import type { AssessmentPolicy } from '@guanhu/shared/policy/policy.terms';
import { SHIPPED_ASSESSMENT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { Button, Form } from 'antd';
import { NumberField } from './number-field.tsx';

/** How often risk and diagnosis are reviewed and health is examined. */
export function AssessmentFields({ policy, onChange }: { policy: AssessmentPolicy; onChange: (policy: AssessmentPolicy) => void }) {
  const { reviewMonths } = policy;
  return (
    <>
      <Form.Item label="体检周期">
        <div className="actions">
          {Object.entries(SHIPPED_ASSESSMENT_POLICIES).map(([key, shipped]) => (
            <Button key={key} onClick={() => onChange(shipped.policy)}>
              套用{shipped.label}
            </Button>
          ))}
        </div>
      </Form.Item>
      <div className="fields">
        <NumberField
          id="review-stable"
          label="病情稳定的，每几个月评估一次"
          value={reviewMonths.stable}
          min={1}
          max={24}
          unit="个月"
          onNumber={stable => onChange({ ...policy, reviewMonths: { ...reviewMonths, stable } })}
        />
        <NumberField
          id="review-others"
          label="其他人，每几个月评估一次"
          value={reviewMonths.others}
          min={1}
          max={24}
          unit="个月"
          onNumber={others => onChange({ ...policy, reviewMonths: { ...reviewMonths, others } })}
        />
        <NumberField
          id="exam"
          label="每几个月体检一次"
          value={policy.examMonths}
          min={1}
          max={24}
          unit="个月"
          onNumber={examMonths => onChange({ ...policy, examMonths })}
        />
        <NumberField
          id="assessment-grace"
          label="到期后几天算超期"
          value={policy.graceDays}
          min={0}
          max={30}
          unit="天"
          onNumber={graceDays => onChange({ ...policy, graceDays })}
        />
        <NumberField
          id="assessment-horizon"
          label="提前几天列入待办"
          value={policy.horizonDays}
          min={0}
          max={60}
          unit="天"
          onNumber={horizonDays => onChange({ ...policy, horizonDays })}
        />
      </div>
    </>
  );
}
