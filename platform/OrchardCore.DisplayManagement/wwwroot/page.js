// Hints on hover and focus, as in Orchard's admin theme.
for (const element of document.querySelectorAll('[data-bs-toggle="tooltip"]')) {
    bootstrap.Tooltip.getOrCreateInstance(element, { trigger: 'hover focus' });
}
