// How far a job is: the page fetches itself and swaps what lives in it, until it is over.
(() => {
    'use strict';

    const pause = 1000;
    const live = () => document.querySelector('[data-live="running"]');

    const refresh = async () => {
        try {
            const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const fresh = page.querySelector('[data-live]');

            // A button that is being pressed stays, and a dialog that is open; what has the focus gets it again.
            if (answer.ok && fresh && !document.querySelector('[data-live] :active, [data-live] dialog[open]')) {
                const shown = live();
                const focused = shown.contains(document.activeElement) ? document.activeElement.tagName : null;
                const told = shown.querySelector('dialog[data-popup]') !== null;
                shown.replaceWith(fresh);
                (focused ? fresh.querySelector(focused) ?? fresh.querySelector('a') : null)?.focus();

                // What is to be confirmed to who looks on, once.
                if (!told) {
                    fresh.querySelector('dialog[data-popup]')?.showModal();
                }
            }
        } catch {
            // The site does not answer at the moment: the next time it may.
        }

        schedule();
    };

    const schedule = () => {
        if (live()) {
            document.querySelector('[data-reload]')?.setAttribute('hidden', '');
            setTimeout(refresh, pause);
        }
    };

    schedule();
})();
