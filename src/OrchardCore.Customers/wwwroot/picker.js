// A field in which something is searched and chosen: a name that is typed, or one entry of a select. It works without this,
// where the browser offers the names or shows the select; here they are searched on the server.
(() => {
    'use strict';

    const pause = 150;

    const read = answer => answer.map(entry => typeof entry === 'string' ? { value: entry, text: entry } : entry);

    const prepare = picker => {
        if (picker.matches('.picker-scripted')) {
            return;
        }

        const input = picker.querySelector('input[data-picker-input]');
        const select = picker.querySelector('select');
        const clear = picker.querySelector('[data-picker-clear]');
        const list = picker.querySelector('[role="listbox"]');
        const status = picker.querySelector('[data-picker-status]');
        const form = input.closest('form');
        let asked = 0;
        let timer;
        let entries = [];

        const isOpen = () => !list.hidden;
        const options = () => [...list.children];
        const current = () => list.querySelector('[aria-selected="true"]');
        const chosen = () => select.value === '' ? '' : select.selectedOptions[0].text.trim();

        const showClear = () => {
            if (clear) {
                clear.hidden = input.value === '';
            }
        };

        const highlight = option => {
            current()?.setAttribute('aria-selected', 'false');
            option?.setAttribute('aria-selected', 'true');
            option?.scrollIntoView({ block: 'nearest' });

            if (option) {
                input.setAttribute('aria-activedescendant', option.id);
            } else {
                input.removeAttribute('aria-activedescendant');
            }
        };

        const close = () => {
            clearTimeout(timer);
            asked++;
            list.hidden = true;
            status.textContent = '';
            input.setAttribute('aria-expanded', 'false');
            highlight(null);
        };

        const set = ({ value, text }) => {
            if (select) {
                if (![...select.options].some(option => option.value === value)) {
                    select.add(new Option(text, value));
                }

                const changes = select.value !== value;
                select.value = value;
                input.value = chosen();
                close();

                if (changes) {
                    select.dispatchEvent(new Event('change', { bubbles: true }));
                }
            } else {
                input.value = value;
                showClear();
                close();
                input.dispatchEvent(new Event('change', { bubbles: true }));
            }
        };

        const draw = found => {
            entries = found;
            list.replaceChildren(...found.map(({ text }, index) => {
                const option = document.createElement('li');
                option.id = `${list.id}-${index}`;
                option.setAttribute('role', 'option');
                option.setAttribute('aria-selected', 'false');
                option.textContent = text;

                return option;
            }));
            list.hidden = found.length === 0;
            status.textContent = found.length === 0 ? picker.dataset.nobody : '';
            input.setAttribute('aria-expanded', String(found.length > 0));
            highlight(null);
        };

        const open = async term => {
            const mine = ++asked;

            try {
                const address = new URL(picker.dataset.picker, document.baseURI);
                address.searchParams.set('search', term);
                const answer = await fetch(address, { headers: { Accept: 'application/json' } });
                const found = read(await answer.json());

                if (mine === asked) {
                    draw(found);
                }
            } catch {
                // The log-in came instead, or nothing did; without a search it goes all the same.
                if (mine === asked) {
                    draw([]);
                    status.textContent = picker.dataset.failed;
                }
            }
        };

        const move = step => {
            const all = options();
            const next = all.indexOf(current()) + step;
            highlight(all[next < 0 ? all.length - 1 : next % all.length]);
        };

        const choose = option => set(entries[options().indexOf(option)]);

        picker.classList.add('picker-scripted');
        input.removeAttribute('list');
        input.setAttribute('role', 'combobox');
        input.setAttribute('aria-autocomplete', 'list');
        input.setAttribute('aria-controls', list.id);
        input.setAttribute('aria-expanded', 'false');

        if (select) {
            // The label and what is wrong belong to what is seen now.
            [input.id, select.id] = [select.id, input.id];
            select.tabIndex = -1;
            select.setAttribute('aria-hidden', 'true');
            input.removeAttribute('name');
            input.removeAttribute('aria-label');
            input.hidden = false;
            input.value = chosen();
        }

        showClear();

        input.addEventListener('input', event => {
            showClear();
            clearTimeout(timer);

            // What another script put in is not typed.
            if (event.isTrusted) {
                timer = setTimeout(() => open(input.value), pause);
            }
        });
        input.addEventListener('change', showClear);
        input.addEventListener('click', () => isOpen() ? close() : open(''));
        input.addEventListener('focus', () => { if (select) { input.select(); } });
        input.addEventListener('blur', () => {
            close();

            // What was typed and not chosen is no choice.
            if (select) {
                input.value = chosen();
            }
        });
        input.addEventListener('keydown', event => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();

                if (isOpen()) {
                    move(event.key === 'ArrowDown' ? 1 : -1);
                } else {
                    open('');
                }
            } else if (event.key === 'Enter' && isOpen() && current()) {
                event.preventDefault();
                choose(current());
            } else if (event.key === 'Enter' && select && form && isOpen()) {
                event.preventDefault();
                choose(options()[0]);
            } else if (event.key === 'Escape' && isOpen()) {
                event.stopPropagation();
                close();
            }
        });

        // Before the field loses the focus.
        list.addEventListener('pointerdown', event => event.preventDefault());
        list.addEventListener('mousedown', event => event.preventDefault());
        list.addEventListener('click', event => {
            const option = event.target.closest('[role="option"]');

            if (option) {
                choose(option);
                input.focus();
                close();
            }
        });
        clear?.addEventListener('click', () => {
            set({ value: '', text: '' });
            input.focus();
        });
    };

    const prepareAll = root => root.querySelectorAll('[data-picker]').forEach(prepare);

    prepareAll(document);
    document.addEventListener('drawn', event => prepareAll(event.target));
})();
