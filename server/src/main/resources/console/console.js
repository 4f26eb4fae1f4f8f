'use strict';

// Keeps the page of a running upgrade up to date. The server draws; this asks for a new drawing when a line came into the run
// log, lets the clocks of running steps tick, and shows what hosts say meanwhile. Without it the page reloads itself.
(() => {
  const now = document.getElementById('now');
  if (!now || !now.dataset.events) {
    return;
  }
  const listening = document.getElementById('listening');
  const offset = Date.parse(now.dataset.clock) - Date.now();
  const said = new Map();
  let drawing = false;
  let old = false;

  const two = (number) => String(number).padStart(2, '0');

  /** 4 s, 3:10, 1:02:03 */
  const length = (milliseconds) => {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const minutes = Math.floor(seconds / 60);
    if (minutes === 0) {
      return `${seconds} s`;
    }
    return minutes < 60
      ? `${minutes}:${two(seconds % 60)}`
      : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
  };

  const tick = () => {
    for (const clock of now.querySelectorAll('[data-since]')) {
      if (clock.dataset.since) {
        clock.textContent = length(Date.now() + offset - Date.parse(clock.dataset.since));
      }
    }
  };

  /** What was said in a step does not hold in the next, and not for long; numbers stand in place of older ones. */
  const showSaid = () => {
    for (const row of now.querySelectorAll('[data-instance]')) {
      const live = said.get(row.dataset.instance);
      const holds = live && live.step === row.dataset.step && Date.now() - live.heard < 5000;
      row.querySelector('.live').textContent = holds ? live.sentence : '';
      row.querySelector('.said').hidden = holds && live.filesLeft !== undefined;
    }
  };

  const draw = async () => {
    old = true;
    if (drawing) {
      return;
    }
    drawing = true;
    try {
      while (old) {
        old = false;
        const answer = await fetch(now.dataset.fragment, { redirect: 'error' });
        if (answer.ok) {
          now.innerHTML = await answer.text();
          tick();
          showSaid();
        }
      }
    } catch {
      // The control center is away; when the stream is open again, the page is drawn again.
    } finally {
      drawing = false;
    }
  };

  const source = new EventSource(now.dataset.events);
  ['upgrade', 'stage', 'unit'].forEach((subject) => source.addEventListener(subject, draw));
  source.addEventListener('live', (event) => {
    const live = JSON.parse(event.data);
    said.set(live.instance, { ...live, heard: Date.now() });
    showSaid();
  });
  source.addEventListener('ended', () => {
    source.close();
    location.reload();
  });
  source.addEventListener('open', () => {
    listening.textContent = '';
    draw();
  });
  source.addEventListener('error', () => {
    listening.textContent = 'The control center does not answer, trying again.';
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => location.reload(), 2000);
    }
  });
  setInterval(() => {
    tick();
    showSaid();
  }, 1000);
})();
