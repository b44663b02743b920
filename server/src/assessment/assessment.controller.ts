import {
  listAssessmentsContract,
  listDueAssessmentsContract,
  readStandingContract,
  recordHealthExamContract,
  recordRiskReviewContract,
} from '@guanhu/shared/assessment/assessment.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListAssessments } from './list-assessments.ts';
import { ListDueAssessments } from './list-due-assessments.ts';
import { ReadStanding } from './read-standing.ts';
import { RecordHealthExam } from './record-health-exam.ts';
import { RecordRiskReview } from './record-risk-review.ts';

@Controller()
export class AssessmentController {
  readonly #writes: Writes;
  readonly #read: ReadStanding;
  readonly #list: ListAssessments;
  readonly #due: ListDueAssessments;
  readonly #review: RecordRiskReview;
  readonly #examine: RecordHealthExam;

  constructor(
    writes: Writes,
    read: ReadStanding,
    list: ListAssessments,
    due: ListDueAssessments,
    review: RecordRiskReview,
    examine: RecordHealthExam,
  ) {
    this.#writes = writes;
    this.#read = read;
    this.#list = list;
    this.#due = due;
    this.#review = review;
    this.#examine = examine;
  }

  @Endpoint(readStandingContract)
  read(@Call() call: CallOf<typeof readStandingContract>) {
    return this.#read.run(call.actor, call.params.patientId);
  }

  @Endpoint(listAssessmentsContract)
  list(@Call() call: CallOf<typeof listAssessmentsContract>) {
    return this.#list.run(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(listDueAssessmentsContract)
  due(@Call() call: CallOf<typeof listDueAssessmentsContract>) {
    return this.#due.run(call.actor, call.query);
  }

  @Endpoint(recordRiskReviewContract)
  review(@Call() call: CallOf<typeof recordRiskReviewContract>) {
    return this.#writes.once(call, tx => this.#review.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(recordHealthExamContract)
  examine(@Call() call: CallOf<typeof recordHealthExamContract>) {
    return this.#writes.once(call, tx => this.#examine.run(tx, call.actor, call.params.patientId, call.body));
  }
}
