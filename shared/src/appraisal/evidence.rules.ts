import type { DutyEvidence } from './proposal.rules.ts';

const counted = ({ taken, partly, notTaken }: DutyEvidence['confirmations']): number => taken + partly + notTaken;

/**
 * What has become known of a period since its evidence was frozen, in words. It changes nothing by itself: people may object, or think
 * again. Nothing that has vanished since is told: a file that was put right elsewhere takes nothing from anybody.
 */
export function laterFacts(frozen: DutyEvidence, now: DutyEvidence): readonly string[] {
  const facts: string[] = [];
  const visits = now.visits - frozen.visits;
  if (visits > 0) facts.push(`材料收集以后又收到${visits}次随访记录`);
  const answers = counted(now.confirmations) - counted(frozen.confirmations);
  if (answers > 0) facts.push(`材料收集以后又收到${answers}天服药确认`);
  const incidents = now.incidents.length - frozen.incidents.length;
  if (incidents > 0) facts.push(`材料收集以后又得知${incidents}起情况`);
  const own = (of: DutyEvidence) => of.incidents.filter(each => each.byGuardian).length;
  if (own(now) - own(frozen) > Math.max(0, incidents)) facts.push('材料收集以后得知监护人自己也报告过');
  const trainings = (now.trainings ?? 0) - (frozen.trainings ?? 0);
  if (trainings > 0) facts.push(`材料收集以后又登记了${trainings}次培训`);
  return facts;
}

/**
 * What a guardian can still do in a running period, in plain words. Never a threat: a tap is not money, and nothing here deducts.
 */
export function whatICanDo({ confirmations, visits, incidents }: DutyEvidence): readonly string[] {
  const tips: string[] = [];
  if (confirmations.unanswered > 0) tips.push(`有${confirmations.unanswered}天没有点“今天的药”，以后记得点一下；没点不会因此扣钱`);
  if (visits === 0) tips.push('这一期还没有人上门随访，有人约时间请接电话、开门');
  if (incidents.some(each => !each.byGuardian)) tips.push('有的情况是别人先报的，下回请您第一时间点“出事了”告诉我们');
  if (incidents.some(each => each.byGuardian && !each.withinDay)) tips.push('有的情况报得晚了，下回请在24小时内告诉我们');
  return tips.length > 0 ? tips : ['到现在都做到了，照这样继续就好'];
}
