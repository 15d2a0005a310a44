// The script of one customer's pages and form. They work without it; it adds comfort.
(() => {
    'use strict';

    // What is typed into a form is kept in this tab while it is sent: when the session has ended, the log-in comes instead.
    const prefix = 'customers.typed:';
    const lifetime = 12 * 3600 * 1000;
    const unkept = ['__RequestVerificationToken', 'formId'];
    const marker = document.querySelector('[data-kept-by]');
    const entries = () => Object.keys(sessionStorage).filter(key => key.startsWith(prefix));

    const read = key => {
        try {
            return JSON.parse(sessionStorage.getItem(key));
        } catch {
            return null;
        }
    };

    const forget = isOver => {
        for (const key of entries()) {
            const entry = read(key);

            if (!entry || isOver(entry)) {
                sessionStorage.removeItem(key);
            }
        }
    };

    const saved = document.cookie.split('; ').find(cookie => cookie.startsWith('customers-saved='))?.split('=')[1];

    if (saved) {
        forget(entry => entry.form === saved);
        document.cookie = 'customers-saved=; max-age=0; path=/';
    }

    // Old ones go, and those of another user, whoever that was.
    forget(entry => Date.now() - entry.time > lifetime || (marker && entry.user !== marker.dataset.keptBy));

    for (const form of document.querySelectorAll('form[action*="LogOff" i], form[action*="LogOut" i]')) {
        form.addEventListener('submit', () => forget(() => true));
    }

    const kept = input => input.name && !unkept.includes(input.name) && !['password', 'file', 'submit', 'button'].includes(input.type);

    const restore = (form, values) => {
        for (const input of [...form.elements].filter(kept)) {
            const mine = values.filter(([name]) => name === input.name).map(([, value]) => value);

            if (input.type === 'checkbox' || input.type === 'radio') {
                input.checked = mine.includes(input.value);
            } else if (input.type === 'hidden' && form.querySelector(`input[type="checkbox"][name="${CSS.escape(input.name)}"]`)) {
                continue;
            } else if (input.multiple) {
                [...input.options].forEach(option => { option.selected = mine.includes(option.value); });
            } else if (mine.length > 0) {
                input.value = mine[0];
            }

            input.dispatchEvent(new Event('input', { bubbles: true }));
        }
    };

    const offer = (form, key, values) => {
        const box = document.createElement('div');
        box.className = 'customer-kept';
        box.setAttribute('role', 'status');
        const text = document.createElement('p');
        text.className = 'mb-2';
        text.textContent = marker.dataset.keptText;
        const button = (style, label, action) => {
            const element = document.createElement('button');
            element.type = 'button';
            element.className = `btn btn-sm ${style} me-2`;
            element.textContent = label;
            element.addEventListener('click', () => {
                action();
                box.remove();
                form.querySelector('input:not([type="hidden"]), textarea')?.focus();
            });
            return element;
        };

        box.append(
            text,
            button('btn-primary', marker.dataset.keptRestore, () => restore(form, values)),
            button('btn-outline-secondary', marker.dataset.keptDiscard, () => sessionStorage.removeItem(key)));
        form.before(box);
    };

    if (marker) {
        const form = marker.form;
        const key = `${prefix}${marker.dataset.keptBy}:${new URL(form.action, location.href).pathname}`;
        const entry = read(key);

        form.addEventListener('submit', () => {
            const names = new Set([...form.elements].filter(kept).map(input => input.name));
            const values = [...new FormData(form)].filter(([name]) => names.has(name));

            try {
                sessionStorage.setItem(key, JSON.stringify({ form: marker.value, user: marker.dataset.keptBy, time: Date.now(), values }));
            } catch {
                // The tab has no room for it, or keeps nothing.
            }
        });

        // A form that came back with errors has what was typed.
        if (entry && entry.form !== marker.value) {
            offer(form, key, entry.values);
        }
    }

    // Who has the name, the e-mail address or the phone number already is said while one types.
    const typed = document.querySelector('form[data-similar]');

    const watch = (parameter, inputs, value) => {
        const region = document.createElement('div');
        region.setAttribute('aria-live', 'polite');
        inputs[0].parentElement.append(region);
        const first = value();
        let timer;
        let asked = first;

        const ask = async () => {
            if (value() === asked) {
                return;
            }

            asked = value();
            const term = asked;

            if (!term || term === first) {
                region.replaceChildren();
                return;
            }

            const query = new URLSearchParams({ [parameter]: term, except: typed.dataset.similarExcept ?? '' });

            try {
                const answer = await fetch(`${typed.dataset.similar}?${query}`, { headers: { Accept: 'text/html' } });

                // Later answers may come earlier.
                if (term === asked) {
                    region.innerHTML = answer.ok && !answer.redirected ? await answer.text() : '';
                }
            } catch {
                region.replaceChildren();
            }
        };

        inputs.forEach(input => input.addEventListener('input', () => {
            clearTimeout(timer);
            timer = setTimeout(ask, 300);
        }));
    };

    if (typed) {
        const field = name => typed.querySelector(`[name="CustomerPart.${name}"]`);
        const name = field('ContactName');
        const email = field('Email');
        const phone = field('Phone');

        if (name) {
            const parts = ['Title', 'FirstName', 'MiddleName', 'LastName', 'Suffix'].map(field).filter(Boolean);
            watch('name', [name, ...parts], () => name.value.trim() || parts.map(part => part.value.trim()).filter(Boolean).join(' '));
        }

        if (email) {
            watch('email', [email], () => (email.value.includes('@') ? email.value.trim() : ''));
        }

        if (phone) {
            watch('phone', [phone], () => (phone.value.replace(/\D/g, '').length >= 6 ? phone.value.trim() : ''));
        }
    }

    // A link to a part of the form leads into its first field.
    const goal = location.hash.length > 1 && document.getElementById(location.hash.slice(1));

    if (goal && goal.matches('fieldset')) {
        // The browser goes to the fragment when the page is loaded, and takes the focus from whoever has it.
        addEventListener('load', () => setTimeout(() => goal.querySelector('input:not([type="hidden"]), select, textarea')?.focus()));
    }

    // The customers opened last are asked for when the list of them is opened.
    for (const recent of document.querySelectorAll('details[data-recent]')) {
        const target = recent.querySelector('[data-recent-target]');

        recent.addEventListener('toggle', async () => {
            if (!recent.open) {
                return;
            }

            try {
                const answer = await fetch(recent.dataset.recent);
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                const list = page.querySelector('[data-recent-list]');

                if (list) {
                    target.replaceChildren(document.importNode(list, true));
                }
            } catch {
                // The link to the page stays.
            }
        });

        recent.addEventListener('keydown', event => {
            if (event.key === 'Escape' && recent.open) {
                recent.open = false;
                recent.querySelector('summary').focus();
            }
        });
    }
})();
