// The customers' own pages. Each works without it; it adds comfort.
(() => {
    'use strict';

    // What was wrong is read out and seen first.
    document.querySelector('.account-page [data-error-summary]')?.focus();

    // A form is sent once.
    for (const form of document.querySelectorAll('.account-page form')) {
        let sent = false;
        form.addEventListener('submit', event => {
            if (sent) {
                event.preventDefault();
            }

            sent = true;
        });
        addEventListener('pageshow', () => { sent = false; });
    }

    // A conflict: the stored value goes into the form.
    for (const button of document.querySelectorAll('.account-page [data-take]')) {
        button.hidden = false;
        button.addEventListener('click', () => {
            const input = document.getElementsByName(button.dataset.take)[0];

            if (input) {
                input.value = button.dataset.value ?? '';
                input.focus();
            }
        });
    }
})();
