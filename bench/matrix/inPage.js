// Runs in the page of the matrix, in VS Code: takes the time of what is seen there.

const clock = () => performance.timeOrigin + performance.now();
/** Once what was drawn is on the screen. */
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(clock()))));

let long = [];
new PerformanceObserver(list => {
  for (const { name, duration } of list.getEntries()) if (name === 'self') long.push(duration);
}).observe({ type: 'longtask' });

/** @returns the tasks of over 50 ms since it was last asked, in milliseconds */
globalThis.longTasks = async () => {
  await new Promise(done => setTimeout(done, 300));
  const tasks = long;
  long = [];
  return tasks;
};

/** Goes to the middle of the rows. @returns the key of a row that is whole in view there */
globalThis.goToMiddle = async () => {
  const scroller = document.querySelector('.grid');
  for (let time = 0; time < 3; time++) {
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) / 2;
    await painted();
  }
  const rows = [...document.querySelectorAll('.statements')];
  const top = row => row.getBoundingClientRect().top;
  return rows.find(row => top(row) > innerHeight / 2)?.dataset.key ?? rows.at(-1).dataset.key;
};

/**
 * Takes the time of the next commit. What was seen, and when by the clock, is in `committed` then.
 * @param key of the row
 */
globalThis.watchCommit = (key, level, text) => {
  const seen = {};
  globalThis.committed = new Promise(done => {
    const pressed = ({ key, timeStamp }) => {
      if (key !== 'Enter') return;
      seen.enter = performance.timeOrigin + timeStamp;
      removeEventListener('keydown', pressed, true);
    };
    const heard = ({ data }) => {
      if (data?.type !== 'changes' || !seen.enter) return;
      seen.arrived = clock();
      removeEventListener('message', heard, true);
    };
    const look = async () => {
      const cell = document.querySelector(`[data-key="${key}"] [data-level="${level}"]`);
      if (cell?.querySelector('.text')?.textContent !== text) return;
      // Until the file holds it, the cell shows it as being on its way.
      if (!cell.hasAttribute('aria-busy') && seen.arrived) {
        observer.disconnect();
        seen.drawn = clock();
        seen.painted = await painted();
        done(seen);
      } else if (!seen.typed) {
        seen.typed = clock();
        seen.typed = await painted();
      }
    };
    const observer = new MutationObserver(look);
    addEventListener('keydown', pressed, true);
    addEventListener('message', heard, true);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
};

/** Scrolls from one end to the other, a frame a step. */
globalThis.scrollThrough = async steps => {
  const scroller = document.querySelector('.grid');
  for (let step = 0; step <= steps; step++) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) / steps) * step;
    await new Promise(done => requestAnimationFrame(done));
  }
};
