import type { Desk } from './desk.ts';

/** How many rows the preview calls new, changed, unchanged, waiting, refused. */
export type Verdicts = Readonly<Record<string, number>>;

/** Chooses the file and looks at the preview. */
export async function preview(desk: Desk, fileName: string, bytes: Uint8Array): Promise<Verdicts> {
  await desk.go('责任清单导入');
  await desk.press('导入新清单');
  await desk.page.getByLabel('责任清单文件（.xlsx）').setInputFiles({
    name: fileName,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await desk.press('预览');
  return verdicts(desk);
}

export async function verdicts(desk: Desk): Promise<Verdicts> {
  const words = await desk.page.getByRole('status', { name: '预览结果' }).innerText();
  return Object.fromEntries([...words.matchAll(/(\S+) (\d+) 行/g)].map(([, verdict = '', rows]) => [verdict, Number(rows)]));
}

/** What the import asks and what is to be answered, by a part of the question. */
export type Answers = readonly (readonly [question: string, answer: string])[];

/** Answers what is open, and what opens by the answers, until nothing is. @returns the questions, as they were asked */
export async function answerAll(desk: Desk, answers: Answers): Promise<readonly string[]> {
  const asked: string[] = [];
  const open = desk.card('需要您回答').getByRole('group').filter({ hasText: '待回答' });
  for (;;) {
    const questions = await open.evaluateAll(each => each.map(group => group.getAttribute('aria-label') ?? ''));
    if (questions.length === 0) break;
    asked.push(...questions);
    for (const question of questions) {
      const group = desk.card('需要您回答').getByRole('group', { name: question, exact: true });
      const answer = answers.find(([part]) => question.includes(part))?.[1];
      if (answer === undefined) throw new Error(`no answer to: ${question} — ${await group.innerText()}`);
      if ((await group.getByRole('radio').count()) > 0) await group.getByText(answer).first().click();
      else await desk.choose(question, answer);
    }
    await desk.press('提交回答');
    // The answers may open other questions: look again when none of these waits any more.
    for (const question of questions)
      await desk
        .card('需要您回答')
        .getByRole('group', { name: question, exact: true })
        .filter({ hasText: '待回答' })
        .waitFor({ state: 'detached' });
  }
  return asked;
}

/** Confirms what is ready. @returns the sentence that says what was written */
export async function confirm(desk: Desk): Promise<string> {
  await desk.page.getByRole('button', { name: /^确认导入 \d+ 名患者$/ }).click();
  return desk.card('导入完成').getByRole('status').innerText();
}
