// Opens a text at the words of a quotation, and copies citations. Without it, links do the first.
"use strict";
(() => {
  const root = document.documentElement;
  const live = document.getElementById("live");
  const isNarrow = matchMedia("(max-width: 63.99rem)");
  let pane = null; // the text that is open
  let opener = null; // the link that opened it

  function quoteOf(link) {
    return link ? link.getAttribute("href").slice(1) : "";
  }

  function links(name) {
    return document.querySelectorAll(`a.words[href="#${name}"]`);
  }

  // On a narrow screen the open text covers the rest, which must then be out of reach.
  function isolate() {
    const isModal = pane !== null && isNarrow.matches;
    for (const each of document.querySelectorAll("[data-behind]")) {
      each.inert = false;
      delete each.dataset.behind;
    }
    for (let inner = isModal ? pane : document.body; inner !== document.body; inner = inner.parentElement) {
      for (const each of inner.parentElement.children) {
        if (each !== inner && each !== live) {
          each.inert = true;
          each.dataset.behind = "";
        }
      }
    }
    root.classList.toggle("has-modal", isModal);
    if (isModal) {
      pane.setAttribute("role", "dialog");
      pane.setAttribute("aria-modal", "true");
    } else if (pane) undress(pane);
  }

  function undress(text) {
    text.removeAttribute("role");
    text.removeAttribute("aria-modal");
  }

  function release() {
    for (const each of document.querySelectorAll("mark.current")) each.classList.remove("current");
    for (const each of document.querySelectorAll('a.words[aria-expanded="true"]')) {
      each.setAttribute("aria-expanded", "false");
    }
    for (const each of document.querySelectorAll("td.open")) each.classList.remove("open");
    if (pane) {
      pane.classList.remove("is-open");
      pane.querySelector(".bar").hidden = true;
      undress(pane);
    }
    pane = null;
    root.classList.remove("has-pane");
  }

  function show(name) {
    const target = document.getElementById(name);
    release();
    pane = target.closest("article.document");
    pane.classList.add("is-open");
    root.classList.add("has-pane");
    const bar = pane.querySelector(".bar");
    bar.hidden = false;
    bar.querySelector(".copy").dataset.copies = `c${name.slice(1)}-words`;
    for (const each of links(name)) {
      each.setAttribute("aria-expanded", "true");
      each.closest("td")?.classList.add("open");
    }
    for (const each of document.querySelectorAll(`mark[data-quote="${name.slice(1)}"]`)) {
      each.classList.add("current");
    }
    const fold = target.closest("details");
    if (fold) fold.open = true;
    isolate();
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    if (opener && !isNarrow.matches) {
      (opener.closest("tr") ?? opener).scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    const back = opener;
    release();
    isolate();
    opener = null;
    if (location.hash) history.replaceState(null, "", location.href.split("#")[0]);
    if (back) {
      back.focus({ preventScroll: true });
      back.scrollIntoView({ block: "nearest" });
    }
  }

  function follow() {
    const name = location.hash.slice(1);
    if (/^q\d+$/.test(name) && document.getElementById(name)) {
      if (quoteOf(opener) !== name) opener = links(name)[0] ?? null;
      show(name);
    } else if (pane) {
      release();
      isolate();
      opener = null;
    }
    const target = document.getElementById(name);
    if (/^c\d+$/.test(name) && target) target.querySelector("details").open = true;
  }

  function open(link) {
    opener = link;
    // The way back is the browser's own. Setting location.hash would scroll the points away.
    if (location.hash !== link.getAttribute("href")) history.pushState(null, "", link.href);
    show(quoteOf(link));
  }

  async function copy(button) {
    const words = document.getElementById(button.dataset.copies).textContent;
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      isCopied = copyBySelection(words);
    }
    const number = button.dataset.copies.match(/\d+/)[0];
    say(isCopied ? `Citation ${number} copied` : `Citation ${number} could not be copied: open it under Citations`);
  }

  function copyBySelection(words) {
    const field = document.createElement("textarea");
    const focused = document.activeElement;
    field.value = words;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    focused?.focus({ preventScroll: true });
    return isCopied;
  }

  let silence = 0;
  function say(words) {
    clearTimeout(silence);
    live.textContent = words;
    silence = setTimeout(() => { live.textContent = ""; }, 4000);
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    const button = target.closest("button");
    if (button?.classList.contains("copy")) copy(button);
    else if (button?.classList.contains("close")) close();
    if (button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = target.closest("a, summary") ?? target.closest("td.says, td.absent")?.querySelector("a.words");
    if (!link?.matches("a.words, a.place") || String(getSelection())) return;
    event.preventDefault();
    open(link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pane) close();
  });

  addEventListener("hashchange", follow);
  isNarrow.addEventListener("change", isolate);

  // What is folded on the screen is open on paper.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(".citations details:not([open]), .provenance details:not([open]), .legend:not([open])")];
    for (const each of unfolded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of unfolded) each.open = false; });

  root.classList.add("js");
  for (const each of document.querySelectorAll("button.copy")) each.hidden = false;
  for (const each of document.querySelectorAll("a.words")) each.setAttribute("aria-expanded", "false");
  follow();
})();
