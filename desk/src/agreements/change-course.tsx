import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { resumeAgreement, suspendAgreement, terminateAgreement } from '@guanhu/shared/agreements/agreements.routes';
import {
  SUSPENSION_REASONS,
  TERMINATION_REASONS,
  type SuspensionReason,
  type TerminationReason,
} from '@guanhu/shared/agreements/agreements.terms';
import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

type Course = 'suspend' | 'resume' | 'terminate';
const COURSES = {
  suspend: { label: '暂停协议', day: '从哪天起没有职责', reasons: SUSPENSION_REASONS },
  resume: { label: '恢复协议', day: '从哪天起恢复职责', reasons: null },
  terminate: { label: '终止协议', day: '履责的最后一天', reasons: TERMINATION_REASONS },
} as const;

/** Pausing, resuming, ending early: for whoever drafts agreements. */
export function ChangeCourse({ agreement }: { agreement: AgreementDetail }) {
  const [open, setOpen] = useState<Course>();
  return (
    <>
      {(['suspend', 'resume', 'terminate'] as const).map(
        course =>
          agreement.may[course] && (
            <Button key={course} danger={course === 'terminate'} onClick={() => setOpen(course)}>
              {COURSES[course].label}
            </Button>
          ),
      )}
      {open && <Dialog agreement={agreement} course={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Dialog({ agreement: { id, version }, course, onClose }: { agreement: AgreementDetail; course: Course; onClose: () => void }) {
  const { label, day: dayLabel, reasons } = COURSES[course];
  const [day, setDay] = useState(todayInChina());
  const [reason, setReason] = useState<string>();
  const suspend = useWrite(suspendAgreement, onClose);
  const resume = useWrite(resumeAgreement, onClose);
  const terminate = useWrite(terminateAgreement, onClose);
  const write = { suspend, resume, terminate }[course];
  const params = { agreementId: id };
  const submit = () => {
    if (course === 'resume') return resume.run({ params, body: { version, from: day } });
    if (reason === undefined) return undefined;
    return course === 'suspend'
      ? suspend.run({ params, body: { version, from: day, reason: reason as SuspensionReason } })
      : terminate.run({ params, body: { version, lastDay: day, reason: reason as TerminationReason } });
  };
  return (
    <Modal
      open
      title={label}
      okText={label}
      cancelText="取消"
      okButtonProps={{ disabled: reasons !== null && reason === undefined, loading: write.busy, danger: course === 'terminate' }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {reasons && (
          <Form.Item label="原因" htmlFor="course-reason">
            <Select
              id="course-reason"
              value={reason ?? null}
              placeholder="选择原因"
              onChange={setReason}
              options={Object.entries(reasons).map(([value, words]) => ({ value, label: words }))}
            />
          </Form.Item>
        )}
        <Form.Item label={dayLabel} htmlFor="course-day">
          <DayInput id="course-day" value={day} onDay={setDay} />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}
