// Sends a file with a bar that tells how far it is. Without this script the browser sends it by itself.
(() => {
    'use strict';

    const form = document.querySelector('form[data-upload]');

    if (!form) {
        return;
    }

    const input = form.querySelector('input[type="file"]');
    const error = form.querySelector('[data-upload-error]');
    const progress = form.querySelector('[data-upload-progress]');
    const bar = progress.querySelector('progress');
    const text = progress.querySelector('[data-upload-text]');
    const button = form.querySelector('button[type="submit"]');
    let request;

    const fail = message => {
        error.textContent = message;
        input.classList.toggle('is-invalid', message !== '');
        input.toggleAttribute('aria-invalid', message !== '');

        if (message !== '') {
            input.setAttribute('aria-invalid', 'true');
            input.setAttribute('aria-describedby', `${input.id}-error ${input.id}-hint`);
            input.focus();
        }

        progress.hidden = true;
        button.disabled = false;
        request = undefined;
    };

    const check = () => !input.files.length ? form.dataset.noFile : input.files[0].size > Number(form.dataset.max) ? form.dataset.tooLarge : '';

    input.addEventListener('change', () => fail(input.files.length ? check() : ''));

    form.addEventListener('submit', event => {
        event.preventDefault();
        const problem = check();

        if (problem || request) {
            if (problem) {
                fail(problem);
            }

            return;
        }

        fail('');
        request = new XMLHttpRequest();
        request.open('POST', form.action);
        request.responseType = 'document';
        request.upload.addEventListener('progress', sent => {
            const percent = Math.floor(100 * sent.loaded / Math.max(1, sent.total));
            bar.value = percent;
            text.textContent = form.dataset.sent.replace('{0}', percent);
        });
        request.upload.addEventListener('load', () => {
            bar.removeAttribute('value');
            text.textContent = form.dataset.reading;
        });
        request.addEventListener('load', () => {
            const refused = request.response?.querySelector('[data-upload-error]');

            if (refused) {
                fail(refused.textContent.trim() || form.dataset.broken);
            } else if (request.status === 200) {
                // The file was taken, or a log-in is asked for.
                location.href = request.responseURL;
            } else {
                fail(form.dataset.broken);
            }
        });
        request.addEventListener('error', () => fail(form.dataset.broken));
        request.addEventListener('abort', () => fail(''));
        progress.hidden = false;
        button.disabled = true;
        request.send(new FormData(form));
    });

    // While it is sent, Cancel stops that; then it leads back.
    form.querySelector('[data-upload-cancel]').addEventListener('click', event => {
        if (request) {
            event.preventDefault();
            request.abort();
        }
    });
})();
