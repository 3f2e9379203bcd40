// Runs in the page of each grid of the trial: draws all rows, goes to the end, and looks at what is there.

const violations = [];
document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective));
/** As VS Code has it for its webviews. */
globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });

const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
/** How long a grid may take, in milliseconds, before it is said to fail. */
const PATIENCE = 10_000;

/**
 * Goes to many places, near ones and far ones.
 * @returns how many tasks held up the page, and how often nothing was in view
 */
async function roam(host, scroller) {
  let long = 0;
  let blank = 0;
  const observer = new PerformanceObserver(list => {
    long += list.getEntries().length;
  });
  observer.observe({ type: 'longtask' });
  const visit = async top => {
    scroller.scrollTop = top;
    await new Promise(done => requestAnimationFrame(done));
    if (textsInView(host).next().done) blank++;
  };
  const begin = scroller.scrollHeight / 3;
  for (let step = 0; step < 100; step++) await visit(begin + step * 120);
  // The same places for all, all over the page.
  for (let step = 0; step < 100; step++) await visit(((step * 37) % 100) * (scroller.scrollHeight / 100));
  await new Promise(done => setTimeout(done, 300));
  observer.disconnect();
  return { long, blank };
}

/** @returns the milliseconds until it holds; null if it never does */
async function until(holds) {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > PATIENCE) return null;
    await frame();
  }
  return performance.now() - start;
}

/** The texts in view: those of statements, which are longer than titles. */
function* textsInView(host) {
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.length < 25) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.height > 0 && box.bottom > 0 && box.top < innerHeight) yield { node, box };
  }
}

const inView = (host, text) => [...textsInView(host)].some(({ node }) => node.data.trim() === text);

/** Whether a text is seen as a whole: in no box that cuts it off. */
function isWhole({ node, box }, host) {
  for (let element = node.parentElement; element && element !== host; element = element.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const around = element.getBoundingClientRect();
    // What scrolls cuts off too, but one can get to it.
    if (element.scrollHeight > innerHeight) return true;
    if (overflowY !== 'visible' && box.bottom > around.bottom + 2) return false;
    if (overflowX !== 'visible' && box.right > around.right + 2) return false;
  }
  return true;
}

globalThis.measureGrid = async () => {
  const { topics, levels, view } = globalThis.data;
  const host = document.querySelector('#app');
  const texts = topics.flatMap(({ rows }) => rows.flat()).filter(Boolean);
  const start = performance.now();
  try {
    globalThis.draw(host, topics, levels, view);
  } catch (error) {
    // Who is kept from writing its styles may give up altogether; nothing of it is in view then.
    console.error(error);
  }
  const firstWait = await until(() => inView(host, texts[0]));
  const first = firstWait === null ? null : performance.now() - start;
  const elements = host.querySelectorAll('*').length;
  // What is cut off by the edges of the window is not the grid's fault.
  const seen = [...textsInView(host)].filter(({ box }) => box.top > 120 && box.bottom < innerHeight - 60);
  const whole = seen.filter(text => isWhole(text, host)).length;
  const scrolls = [...host.querySelectorAll('*')].filter(
    element => element.scrollHeight > element.clientHeight + 1000 && element.clientHeight > 100,
  );
  const scroller = scrolls.sort((a, b) => b.scrollHeight - a.scrollHeight)[0];
  const toEnd = scroller
    ? await until(() => {
        scroller.scrollTop = scroller.scrollHeight;
        return inView(host, texts.at(-1));
      })
    : null;
  const roamed = scroller ? await roam(host, scroller) : { long: 0, blank: 0 };
  const grid = document.querySelector('[role=grid], [role=treegrid]');
  const { violations: faults } = await globalThis.axe.run({ resultTypes: ['violations'] });
  return {
    first,
    toEnd,
    ...roamed,
    elements,
    seen: seen.length,
    whole,
    role: grid?.getAttribute('role') ?? null,
    rowCount: grid?.getAttribute('aria-rowcount') ?? null,
    faults: faults.map(({ id }) => id),
    violations,
  };
};

/** The matrix alone: drawn for the first time, after jumps, and filtered by two words of a statement. */
globalThis.measureMatrix = async () => {
  const host = document.querySelector('#app');
  const { view } = globalThis.data;
  const texts = view.lines.flatMap(line => (line.type === 'row' ? line.cells.map(({ text }) => text) : []));
  const start = performance.now();
  globalThis.draw(host, [], [], view);
  await until(() => host.querySelector('.statements'));
  const first = performance.now() - start;
  const scroller = host.querySelector('.grid');
  const times = [];
  for (let step = 0; step < 40; step++) {
    const begin = performance.now();
    scroller.scrollTop = ((step * 37) % 100) * (scroller.scrollHeight / 100);
    await new Promise(done => requestAnimationFrame(done));
    // What was drawn is laid out too.
    scroller.getBoundingClientRect();
    times.push(performance.now() - begin);
  }
  const words = texts.findLast(Boolean).split(' ').slice(0, 2);
  const input = host.querySelector('.filter-input');
  const shown = () => [...host.querySelectorAll('.statements')].map(({ dataset }) => dataset.key).join();
  const before = shown();
  const typed = performance.now();
  input.value = words.join(' ');
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await until(() => shown() !== before);
  const filter = performance.now() - typed;
  return { first, jump: times.sort((a, b) => a - b)[times.length >> 1], filter };
};
