// The customer's form. It works without this; what is added is comfort.
(() => {
    'use strict';

    // The contact name that the names would be composed to is shown until one is typed.
    const names = document.querySelector('[data-names]');

    if (names) {
        const field = name => names.querySelector(`[name$=".${name}"]`);
        const contactName = field('ContactName');
        const parts = ['Title', 'FirstName', 'MiddleName', 'LastName', 'Suffix'].map(field);
        const compose = () => {
            contactName.placeholder = parts.map(part => part.value.trim()).filter(Boolean).join(' ');
        };

        parts.forEach(part => part.addEventListener('input', compose));
        compose();
    }

    // What belongs to a switch is shown while it is on. What was typed stays, for the switch may have been a slip; but it
    // is not sent.
    for (const toggle of document.querySelectorAll('[data-shows]')) {
        const dependent = document.getElementById(toggle.dataset.shows);
        const show = () => {
            dependent.hidden = !toggle.checked;
            dependent.disabled = !toggle.checked;
        };

        toggle.addEventListener('change', show);
        show();
    }

    // References: rows are added and removed.
    for (const table of document.querySelectorAll('[data-rows]')) {
        const template = table.querySelector('template');
        const add = table.querySelector('[data-add-row]');
        const rows = () => [...table.querySelectorAll('[data-row-of]')];
        const remove = row => {
            // An empty row is left out when the form is saved; so the numbers of the others stay as they are.
            row.querySelectorAll('input').forEach(input => { input.value = ''; });
            row.hidden = true;
            (rows().find(other => !other.hidden)?.querySelector('input') ?? add).focus();
        };
        const prepare = row => {
            const button = row.querySelector('[data-remove-row]');
            button.hidden = false;
            button.addEventListener('click', () => remove(row));
        };

        rows().forEach(prepare);
        add.hidden = false;
        add.addEventListener('click', () => {
            const index = rows().length;

            if (index >= Number(table.dataset.rows)) {
                return;
            }

            const holder = document.createElement('div');
            holder.innerHTML = template.innerHTML.replaceAll('__index__', index);
            const row = holder.firstElementChild;
            add.before(row);
            prepare(row);
            row.querySelector('input').focus();
        });
    }

    // Conflicts: take over what somebody else stored.
    for (const button of document.querySelectorAll('[data-take]')) {
        const inputs = [...document.getElementsByName(button.dataset.take)].filter(input => input.type !== 'hidden');

        if (inputs.length === 0) {
            continue;
        }

        button.hidden = false;
        button.addEventListener('click', () => {
            const stored = button.dataset.value ?? '';

            for (const input of inputs) {
                if (input.type === 'radio') {
                    input.checked = input.value === stored;
                } else if (input.type === 'checkbox') {
                    // One of several boxes has a value of its own.
                    input.checked = input.value === 'true' ? stored === 'true' : stored.split(',').includes(input.value);
                } else {
                    input.value = stored;
                }

                input.dispatchEvent(new Event('change', { bubbles: true }));
            }

            inputs[0].focus();
        });
    }
})();
