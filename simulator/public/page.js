/* global document */
/** An element with attributes and children; text is always text, never markup. */
export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== null));
  return made;
};

/** The answer's JSON; throws an Error in the other side's words. */
export const call = async (method, path, body) => {
  const answer = await fetch(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const told = text === '' ? {} : JSON.parse(text);
  if (!answer.ok) throw new Error(told.message ?? told.errMsg ?? `出错了（${answer.status}）`);
  return told;
};

/** Fen as people write money: 1,234.50. */
export const yuan = fen => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
export const timeOf = milliseconds => CLOCK.format(milliseconds);

/** Calls `show` at once and whenever the simulator's world has changed, and says whether it can be reached. */
export const watch = (show, say) => {
  let version = '';
  const look = async () => {
    try {
      const changes = await call('GET', `/changes?version=${version}`);
      say('');
      if (changes.changed) {
        version = changes.version;
        await show(changes);
      }
    } catch {
      version = '';
      say('连接断开，正在重试');
    }
    setTimeout(look, 1000);
  };
  void look();
};
