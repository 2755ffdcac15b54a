'use strict';
(() => {
  const zoom = document.getElementById('zoom');
  const gallery = document.querySelector('.gallery');
  const buttons = [...zoom.querySelectorAll('button')];

  zoom.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button) {
      gallery.style.setProperty('--zoom', button.value);
      buttons.forEach(it => it.setAttribute('aria-pressed', String(it === button)));
    }
  });
  zoom.hidden = false;
})();
