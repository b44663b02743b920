import { CheckOutlined, CloseOutlined } from '@ant-design/icons';

/** One step of something that several people do one after the other. */
export type ChainStep = { readonly label: string; readonly note: string; readonly state: 'done' | 'now' | 'next' | 'broken' };

const SAID = { done: '已完成', now: '现在', next: '未到', broken: '已退回' } as const;

/** Who has done what, who is next: always in view. */
export const Chain = ({ steps, label }: { steps: readonly ChainStep[]; label: string }) => (
  <ol className="chain" aria-label={label}>
    {steps.map((step, index) => (
      <li key={step.label} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
        <span className="mark" aria-label={SAID[step.state]}>
          {step.state === 'done' ? <CheckOutlined aria-hidden /> : step.state === 'broken' ? <CloseOutlined aria-hidden /> : index + 1}
        </span>
        <span>
          <strong>{step.label}</strong>
          <span className="small">{step.note}</span>
        </span>
      </li>
    ))}
  </ol>
);
