/** Asks whether a printed agreement is genuine. Nothing is kept, and the answer says nothing more. */
const said = document.getElementById('said');
const value = id => document.getElementById(id).value.trim();

async function check(event) {
  event.preventDefault();
  said.textContent = '正在核验…';
  try {
    const answer = await fetch('/api/agreement-check', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: value('number').toUpperCase(), digest: value('digest').toLowerCase() }),
    });
    if (answer.status === 429) said.textContent = '查得太多了，请过一会儿再试';
    else if (answer.status === 400) said.textContent = '编号或校验值填写有误';
    else if (!answer.ok) said.textContent = '现在查不到，请稍后再试';
    else said.textContent = (await answer.json()).genuine ? '真实：与存档一致' : '没有这样一份协议，或者内容被改动过';
  } catch {
    said.textContent = '没有网络，请稍后再试';
  }
}

document.getElementById('check').addEventListener('submit', event => void check(event));
