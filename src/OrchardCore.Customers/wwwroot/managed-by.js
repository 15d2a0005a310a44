// The field in which a user is chosen. It works without this, where the browser offers the names; here they are searched.
(() => {
    'use strict';

    const pause = 150;

    const prepare = picker => {
        const input = picker.querySelector('input');
        const clear = picker.querySelector('[data-manager-clear]');
        const list = picker.querySelector('[role="listbox"]');
        const status = picker.querySelector('[data-manager-status]');
        let asked = 0;
        let timer;

        const isOpen = () => !list.hidden;
        const options = () => [...list.children];
        const current = () => list.querySelector('[aria-selected="true"]');
        const showClear = () => { clear.hidden = input.value === ''; };

        const select = option => {
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
            select(null);
        };

        const set = value => {
            input.value = value;
            showClear();
            close();
            input.dispatchEvent(new Event('change', { bubbles: true }));
        };

        const draw = names => {
            list.replaceChildren(...names.map((name, index) => {
                const option = document.createElement('li');
                option.id = `${list.id}-${index}`;
                option.setAttribute('role', 'option');
                option.setAttribute('aria-selected', 'false');
                option.textContent = name;

                return option;
            }));
            list.hidden = names.length === 0;
            status.textContent = names.length === 0 ? picker.dataset.nobody : '';
            input.setAttribute('aria-expanded', String(names.length > 0));
            select(null);
        };

        const open = async term => {
            const mine = ++asked;

            try {
                const answer = await fetch(`${picker.dataset.managerPicker}?search=${encodeURIComponent(term)}`, { headers: { Accept: 'application/json' } });
                const names = await answer.json();

                if (mine === asked) {
                    draw(names);
                }
            } catch {
                // The log-in came instead, or nothing did; the whole name can be typed all the same.
                if (mine === asked) {
                    draw([]);
                    status.textContent = picker.dataset.failed;
                }
            }
        };

        const move = step => {
            const all = options();
            const next = all.indexOf(current()) + step;
            select(all[next < 0 ? all.length - 1 : next % all.length]);
        };

        input.removeAttribute('list');
        input.setAttribute('role', 'combobox');
        input.setAttribute('aria-autocomplete', 'list');
        input.setAttribute('aria-controls', list.id);
        input.setAttribute('aria-expanded', 'false');
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
        input.addEventListener('blur', close);
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
                set(current().textContent);
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
                set(option.textContent);
                input.focus();
            }
        });
        clear.addEventListener('click', () => {
            set('');
            input.focus();
        });
    };

    document.querySelectorAll('[data-manager-picker]').forEach(prepare);
})();
