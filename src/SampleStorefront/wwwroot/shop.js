// Comfort only: without it the shop asks with the next click, and says how long a session lasts when a page is loaded.
(() => {
  const ends = document.querySelector('[data-assist-ends]');

  if (!ends) {
    return;
  }

  const minute = 60 * 1000;
  const tell = () => {
    const left = Math.max(0, Math.ceil((Date.parse(ends.dateTime) - Date.now()) / minute));
    ends.textContent = `${left} min left`;
  };

  const ask = async () => {
    tell();

    try {
      const answer = await fetch('/assist/state', { cache: 'no-store' });

      if (answer.status === 410) {
        location.replace('/over');
      }
    } catch {
      // The shop is not there for the moment: the next minute asks again.
    }
  };

  setInterval(ask, minute);
})();
