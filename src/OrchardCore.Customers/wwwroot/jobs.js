// How far a job is: the page fetches itself and swaps what lives in it, until it is over.
(() => {
    'use strict';

    const pause = 1000;
    const live = () => document.querySelector('[data-live="running"]');

    // What is to be confirmed to who looks on, once.
    const confirm = () => {
        const popup = document.querySelector('[data-live] dialog[data-popup]');
        const key = `confirmed ${location.pathname}`;

        if (popup && !sessionStorage.getItem(key)) {
            sessionStorage.setItem(key, 'yes');
            popup.showModal();
        }
    };

    const refresh = async () => {
        try {
            const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const fresh = page.querySelector('[data-live]');

            // A button that is being pressed stays, and a dialog that is open; what has the focus gets it again.
            if (answer.ok && fresh && !document.querySelector('[data-live] :active, [data-live] dialog[open]')) {
                const shown = live();
                const focused = shown.contains(document.activeElement) ? document.activeElement.tagName : null;
                shown.replaceWith(fresh);
                (focused ? fresh.querySelector(focused) ?? fresh.querySelector('a') : null)?.focus();
                confirm();
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

    // It may be over before the page is there that was come to by starting it.
    if (document.referrer.startsWith(location.origin + location.pathname)) {
        confirm();
    }
})();
