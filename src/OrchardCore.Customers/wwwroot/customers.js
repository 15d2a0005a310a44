// The one script of the module's admin pages. Every page works without it; it adds dialogs, keys and comfort.
(() => {
    'use strict';

    // Links that are asked about first. Where they lead, a page would ask the same.
    const dialog = document.querySelector('[data-confirm-dialog]');

    if (dialog) {
        document.addEventListener('click', event => {
            const link = event.target.closest('a[data-confirm]:not([data-confirm=""])');

            if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
                return;
            }

            event.preventDefault();
            const verb = dialog.querySelector('[data-confirm-verb]');
            verb.textContent = link.dataset.verb;
            verb.className = `btn btn-${link.dataset.style}`;
            dialog.querySelector('[data-confirm-question]').textContent = link.dataset.confirm;
            dialog.querySelector('form').action = link.href;
            dialog.showModal();
        });
        dialog.querySelector('[data-confirm-cancel]').addEventListener('click', () => dialog.close());
    }

    // What is sent leaves the page: a second click sends nothing again.
    let leaving = false;

    for (const form of document.querySelectorAll('form[data-guard], [data-confirm-dialog] form')) {
        form.addEventListener('submit', event => {
            if (leaving) {
                event.preventDefault();
            }

            leaving = true;
        });
    }

    addEventListener('pageshow', () => { leaving = false; });

    // Forms: leaving with unsaved changes asks.
    const guarded = document.querySelector('form[data-guard]');

    if (guarded) {
        const values = () => new URLSearchParams(new FormData(guarded)).toString();
        const unsaved = document.querySelector('[data-error-summary], [role="alert"].alert-warning') !== null;
        let opened;
        // What the other scripts of the page make of the form is no change.
        addEventListener('load', () => { opened = values(); });
        addEventListener('beforeunload', event => {
            if (!leaving && (unsaved || (opened !== undefined && values() !== opened))) {
                event.preventDefault();
            }
        });
    }

    // Settings: one click ticks these boxes and clears the others.
    for (const button of document.querySelectorAll('[data-check]')) {
        button.hidden = false;
        button.addEventListener('click', () => {
            const wanted = button.dataset.check.split(' ');

            for (const box of button.closest('fieldset').querySelectorAll('input[type="checkbox"]')) {
                box.checked = wanted.includes(box.value);
            }
        });
    }

    // Times are shown relative, in the language of the page; the exact one stays on hover.
    const units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60]];
    const language = document.documentElement.lang || 'en';
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
    const thisMinute = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'minute');

    for (const time of document.querySelectorAll('time[data-relative]')) {
        const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
        const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? [];
        time.textContent = unit ? relative.format(Math.trunc(seconds / length), unit) : thisMinute;
    }

    document.querySelector('[data-error-summary]')?.focus();
})();
