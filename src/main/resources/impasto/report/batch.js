'use strict';
(() => {
  const filter = document.getElementById('filter');
  const find = document.getElementById('find');
  const states = [...filter.querySelectorAll('[type=checkbox]')];
  const cards = [...document.querySelectorAll('.card')].map(card => ({
    card,
    state: card.dataset.state,
    text: [...card.querySelectorAll('.find-in')].map(e => e.textContent).join(' ').toLowerCase(),
  }));

  const show = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(states.filter(box => box.checked).map(box => box.value));
    let shown = 0;
    for (const {card, state, text} of cards) {
      card.hidden = !(wanted.has(state) && words.every(word => text.includes(word)));
      shown += card.hidden ? 0 : 1;
    }
    document.getElementById('shown').textContent = `${shown} of ${cards.length} shown`;
  };

  // Where a link leads to a card that the filter hides, the filter gives way.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden && target.matches('.card')) {
      find.value = '';
      states.forEach(box => { box.checked = true; });
      show();
      target.scrollIntoView();
    }
  };

  const copy = async button => {
    const code = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = 'Selected';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  };

  filter.addEventListener('input', show);
  addEventListener('hashchange', reveal);
  document.addEventListener('click', event => {
    const button = event.target.closest('.copy');
    if (button) {
      copy(button);
    }
  });
  document.querySelectorAll('.copy').forEach(button => { button.hidden = false; });
  filter.hidden = false;
  show();
})();
