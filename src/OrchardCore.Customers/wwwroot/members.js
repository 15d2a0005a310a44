// The form of a membership. It works without this, by buttons that draw it anew: here units, roles and addresses follow the
// company at once, and what was typed elsewhere stays as it is.
(() => {
    'use strict';

    const form = document.querySelector('form[data-membership]');

    if (!form) {
        return;
    }

    const sections = ['[data-follows-company]', '[data-follows-company-addresses]'];
    let asked = 0;

    form.querySelector('[data-picker-plain-button]')?.remove();

    form.addEventListener('change', async event => {
        if (event.target.name !== 'CompanyId') {
            return;
        }

        const mine = ++asked;
        const body = new FormData(form);
        body.set('Redraw', 'company');

        const answer = await fetch(form.action, { method: 'POST', body });

        if (!answer.ok || mine !== asked) {
            return;
        }

        const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');

        for (const section of sections) {
            const [old, other] = [form.querySelector(section), drawn.querySelector(section)];

            if (old && other) {
                old.replaceChildren(...other.childNodes);
                old.dispatchEvent(new Event('drawn', { bubbles: true }));
            }
        }
    });
})();
