// Comfort for lists: keys, ticks, dialogs. Every list works without it.
(() => {
    'use strict';

    const list = document.querySelector('[data-customers-list]');

    // Pages that are better a dialog: their form is fetched and shown over the list.
    document.addEventListener('click', async event => {
        const link = event.target.closest('a[data-dialog]');

        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
            return;
        }

        event.preventDefault();

        try {
            const answer = await fetch(link.href);
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const content = page.querySelector('[data-dialog-content]');

            if (!answer.ok || answer.redirected || !content) {
                throw new Error('no dialog');
            }

            openDialog(content, link);
        } catch {
            location.href = link.href;
        }
    });

    function openDialog(content, opener) {
        const dialog = document.createElement('dialog');
        dialog.className = 'customers-dialog list-dialog';
        dialog.append(document.adoptNode(content));
        const heading = dialog.querySelector('[data-dialog-heading]');

        if (heading) {
            heading.hidden = false;
            heading.id = 'list-dialog-heading';
            dialog.setAttribute('aria-labelledby', heading.id);
        }

        for (const form of dialog.querySelectorAll('form:not([action])')) {
            form.action = opener.href;
        }

        dialog.addEventListener('click', event => {
            if (event.target.closest('[data-dialog-cancel]')) {
                event.preventDefault();
                dialog.close();
            }
        });
        dialog.addEventListener('close', () => {
            dialog.remove();
            opener.focus();
        });
        document.body.append(dialog);
        prepareOrder(dialog);
        dialog.showModal();
    }

    // Columns move at once; without a script each step is a page.
    function prepareOrder(root) {
        for (const button of root.querySelectorAll('button[data-move]')) {
            button.addEventListener('click', event => {
                event.preventDefault();
                const item = button.closest('li');

                if (button.dataset.move === 'up') {
                    item.previousElementSibling?.before(item);
                } else {
                    item.nextElementSibling?.after(item);
                }

                button.focus();
                button.scrollIntoView({ block: 'nearest' });
            });
        }
    }

    prepareOrder(document);

    if (!list) {
        return;
    }

    // An address says only what was asked for.
    const search = list.querySelector('form[role="search"]');
    search?.addEventListener('submit', () => {
        for (const input of search.elements) {
            input.disabled ||= input.name !== '' && input.value === '' && input.type !== 'date';
        }

        for (const range of search.querySelectorAll('[data-range]')) {
            const dates = [...range.querySelectorAll('input')];
            dates.forEach(date => { date.disabled = dates.every(other => other.value === ''); });
        }
    });
    addEventListener('pageshow', () => {
        for (const input of search?.elements ?? []) {
            input.disabled = false;
        }
    });

    // A menu closes when one leaves it.
    for (const menu of list.querySelectorAll('details.list-menu')) {
        document.addEventListener('click', event => {
            menu.open = menu.open && menu.contains(event.target);
        });
        menu.addEventListener('keydown', event => {
            if (event.key === 'Escape') {
                menu.open = false;
                menu.querySelector('summary').focus();
            }
        });
    }

    // The whole row leads where its title leads.
    const links = [...list.querySelectorAll('[data-row-link]')];

    for (const link of links) {
        const row = link.closest('[data-row]');
        row.classList.add('is-clickable');
        row.addEventListener('click', event => {
            if (!event.target.closest('a, button, input, label, .list-tick') && !getSelection().toString()) {
                link.click();
            }
        });
    }

    // Ticks.
    const bulk = list.querySelector('[data-bulk]');
    const ticks = [...list.querySelectorAll('[data-tick]')];
    const page = list.querySelector('[data-tick-page]');
    const all = bulk?.querySelector('[data-tick-all]');

    function count() {
        const ticked = ticks.filter(tick => tick.checked).length;
        bulk.hidden = ticked === 0 && !all.checked;
        bulk.querySelector('[data-count]').textContent = all.checked ? '' : bulk.dataset.selected.replace('{0}', ticked);
        page.checked = ticked === ticks.length;
        page.indeterminate = ticked > 0 && ticked < ticks.length;
    }

    if (bulk) {
        page.hidden = false;
        page.addEventListener('change', () => {
            ticks.forEach(tick => { tick.checked = page.checked; });
            all.checked &&= page.checked;
            count();
        });
        all.addEventListener('change', () => {
            ticks.forEach(tick => { tick.checked = all.checked; });
            count();
        });
        ticks.forEach(tick => tick.addEventListener('change', () => {
            all.checked = false;
            count();
        }));
        addEventListener('pageshow', count);
        count();
    }

    // Keys.
    const typing = 'input:not([type="checkbox"]), select, textarea, [contenteditable]';
    const keys = list.querySelector('[data-keys]');
    keys?.querySelector('[data-keys-close]').addEventListener('click', () => keys.close());

    document.addEventListener('keydown', event => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest(typing) || document.querySelector('dialog[open]')) {
            return;
        }

        const row = document.activeElement.closest('[data-row]');
        const current = links.findIndex(link => row?.contains(link));

        if (event.key === '?' && keys) {
            event.preventDefault();
            keys.showModal();
            return;
        }

        if (event.key === 'x' && row?.querySelector('[data-tick]')) {
            event.preventDefault();
            row.querySelector('[data-tick]').click();
            return;
        }

        const target = event.key === 'ArrowDown' ? links[current + 1]
            : event.key === 'ArrowUp' ? links[Math.max(current - 1, 0)]
            : document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);

        if (!target) {
            return;
        }

        event.preventDefault();

        if (target.matches('a[data-key]')) {
            target.click();
        } else {
            target.focus();
        }
    });
})();
