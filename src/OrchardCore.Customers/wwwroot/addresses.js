// Addresses. Every page works without it: it follows the country, makes dialogs of Ship To and Bill To, copies and prints.
(() => {
    'use strict';

    // The fields follow the country: the server draws them around what was typed.
    const draw = async (fields, source = fields) => {
        const form = fields.closest('form');
        const body = new FormData();
        body.set('prefix', fields.dataset.prefix);
        body.set('__RequestVerificationToken', form.querySelector('[name="__RequestVerificationToken"]').value);

        for (const input of source.querySelectorAll('[name]')) {
            if (input.type !== 'checkbox' || input.checked) {
                body.append(fields.dataset.prefix + input.name.slice(source.dataset.prefix.length), input.value);
            }
        }

        const answer = await fetch(fields.dataset.url, { method: 'POST', body });

        if (answer.ok) {
            const template = document.createElement('template');
            template.innerHTML = await answer.text();
            template.content.querySelectorAll('noscript').forEach(element => element.remove());
            const drawn = template.content.querySelector('[data-address-fields]');
            const focused = fields.contains(document.activeElement) ? document.activeElement.name : null;

            // What was typed while the server answered is newer than its answer.
            for (const input of source === fields ? fields.querySelectorAll('[name]:not([type="checkbox"], [type="hidden"])') : []) {
                const copy = [...drawn.querySelectorAll('[name]')].find(other => other.name === input.name);

                if (copy && (copy.matches('input') || [...copy.options].some(option => option.value === input.value))) {
                    copy.value = input.value;
                }
            }

            fields.replaceChildren(...drawn.childNodes);
            [...fields.querySelectorAll('[name]')].find(input => input.name === focused)?.focus();
        }

        return answer.ok;
    };

    // While somebody types a country the fields wait: a select that is drawn anew forgets the letters before.
    const pause = 400;
    let waiting = null;

    const follow = event => {
        const fields = event.target.matches('.address-country') && event.target.closest('[data-address-fields]');

        if (!fields || (event.type === 'keydown' && waiting === null)) {
            return;
        }

        clearTimeout(waiting);
        waiting = setTimeout(async () => {
            waiting = null;

            if (await draw(fields)) {
                fields.dispatchEvent(new Event('drawn', { bubbles: true }));
            }
        }, pause);
    };

    document.addEventListener('change', follow);
    document.addEventListener('keydown', follow);

    // Ship To and Bill To: what they say, and a pencil that opens a dialog with their fields.
    const text = control => control instanceof HTMLSelectElement ? control.value && control.selectedOptions[0].text : control.value.trim();

    const summarize = section => {
        const controls = [...section.querySelectorAll('[data-address-fields] :is(input, select):not([type="hidden"], [type="checkbox"])')];
        const lines = controls.filter(control => !control.matches('.address-country')).map(text).filter(Boolean);
        const country = lines.length > 0 ? controls.filter(control => control.matches('.address-country')).map(text) : [];
        const wrong = section.querySelector('.is-invalid, [role="alert"]') !== null;
        const summary = section.querySelector('.address-summary-text');
        summary.textContent = [...lines, ...country].filter(Boolean).join('\n') || section.dataset.empty;
        section.querySelector('.address-summary-wrong').textContent = wrong ? section.dataset.wrong : '';
    };

    const element = (name, className, properties = {}) => Object.assign(document.createElement(name), { className, ...properties });

    for (const section of document.querySelectorAll('[data-address-section]')) {
        const body = section.querySelector('[data-address-body]');
        const title = section.querySelector('legend').textContent;
        const summary = element('div', 'address-summary');
        const said = element('div', '');
        const pencil = element('button', 'btn btn-sm btn-outline-secondary', { type: 'button', title: section.dataset.edit });
        const dialog = element('dialog', 'address-dialog');
        const buttons = element('div', 'address-dialog-buttons');
        const cancel = element('button', 'btn btn-secondary', { type: 'button', textContent: section.dataset.cancel });
        const done = element('button', 'btn btn-primary', { type: 'button', textContent: section.dataset.done });
        let before;

        pencil.innerHTML = '<i class="fa-solid fa-pen" aria-hidden="true"></i>';
        pencil.setAttribute('aria-label', section.dataset.edit);
        dialog.setAttribute('aria-label', title);
        said.append(element('div', 'address-summary-wrong'), element('div', 'address-summary-text'));
        summary.append(said, pencil);
        body.replaceWith(summary, dialog);
        buttons.append(cancel, done);
        dialog.append(element('h2', 'address-title', { textContent: title }), body, buttons);

        const open = () => {
            const fields = body.querySelector('[data-address-fields]');
            before = [...fields.childNodes].map(node => node.cloneNode(true));
            // A clone has what the page came with; what was typed or chosen since is kept beside.
            const values = [...fields.querySelectorAll('[name]')].map(input => [input.value, input.checked]);
            before.restore = () => {
                fields.replaceChildren(...before);
                fields.querySelectorAll('[name]').forEach((input, index) => { [input.value, input.checked] = values[index]; });
            };
            dialog.showModal();
        };

        pencil.addEventListener('click', open);
        done.addEventListener('click', () => dialog.close('done'));
        cancel.addEventListener('click', () => dialog.close('cancel'));
        dialog.addEventListener('cancel', () => { dialog.returnValue = 'cancel'; });
        dialog.addEventListener('close', () => {
            if (dialog.returnValue === 'cancel') {
                before.restore();
            }

            dialog.returnValue = '';
            summarize(section);
            pencil.focus();
        });
        dialog.addEventListener('keydown', event => {
            // Enter ends the dialog, it doesn't send the whole form.
            if (event.key === 'Enter' && event.target.matches('input')) {
                event.preventDefault();
                dialog.close('done');
            }
        });
        section.addEventListener('drawn', () => summarize(section));
        section.openDialog = open;
        summarize(section);
    }

    // An error above the form leads to its field, also where that is in a dialog.
    const lead = hash => {
        const field = document.getElementById(hash.slice(1));
        const section = field?.closest('dialog')?.closest('[data-address-section]');

        if (section) {
            section.openDialog();
            field.focus();
        }

        return Boolean(section);
    };

    document.addEventListener('click', event => {
        const link = event.target.closest('[data-error-summary] a[href^="#"]');

        if (link && lead(link.getAttribute('href'))) {
            event.preventDefault();
        }
    });

    // It may have been followed before this script was here.
    lead(location.hash);

    // Bill To is the Ship To address, or has one of its own.
    const use = document.querySelector('input[type="checkbox"][data-use-ship-to]');
    const own = document.querySelector('[data-own-bill-to]');

    if (use && own) {
        const follow = () => { own.hidden = use.checked; };
        use.addEventListener('change', follow);
        follow();

        const copy = own.querySelector('[data-copy-ship-to]');
        copy.addEventListener('click', async event => {
            event.preventDefault();
            const fields = own.querySelector('[data-address-fields]');
            const source = document.querySelector(`[data-address-fields][data-prefix="${CSS.escape(copy.dataset.copyShipTo)}"]`);

            if (await draw(fields, source)) {
                fields.dispatchEvent(new Event('drawn', { bubbles: true }));
            }
        });
    }

    // Copying and printing need a script, so their buttons come with it.
    for (const button of document.querySelectorAll('[data-copy]')) {
        button.hidden = !navigator.clipboard;
        button.addEventListener('click', async () => {
            await navigator.clipboard.writeText(button.dataset.copy);
            const label = button.firstChild.textContent;
            button.firstChild.textContent = button.dataset.copied;
            setTimeout(() => { button.firstChild.textContent = label; }, 2000);
        });
    }

    for (const button of document.querySelectorAll('[data-print]')) {
        button.hidden = false;
        button.addEventListener('click', () => print());
    }
})();
