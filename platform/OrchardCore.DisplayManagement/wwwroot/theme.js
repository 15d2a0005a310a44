// Runs before anything is drawn: light or dark, as the system says, and a class for what needs scripts.
(() => {
    'use strict';

    const root = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => { root.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };

    root.classList.add('has-scripts');
    dark.addEventListener('change', apply);
    apply();
})();
