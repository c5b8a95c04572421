// Tells the extension which button was pressed. Everything else on the page is plain HTML.
const vscode = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button[data-action]');
  if (button) vscode.postMessage({ action: button.dataset.action });
});
