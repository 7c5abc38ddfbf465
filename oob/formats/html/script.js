"use strict";
// Sorts and filters tables, opens and closes reasons. Asks nothing of anybody and remembers nothing. Without it the page
// tells the same.
(() => {
  const make = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text }, more);
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  const key = (row, at, place, written) => {
    const cell = row.cells[at];
    return written ? String(place) : cell.dataset.k ?? cell.textContent;
  };
  const isNumber = (text) => text !== "" && !Number.isNaN(Number(text));

  // A row with the row that explains it.
  const units = (body) => {
    const found = [];
    for (const row of body.rows) {
      if (row.classList.contains("group")) continue;
      if (row.classList.contains("below")) found[found.length - 1].push(row);
      else found.push([row]);
    }
    return found;
  };

  const compare = (a, b) => {
    if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
    return isNumber(a) && isNumber(b) ? a - b : collator.compare(a, b);
  };

  for (const table of document.querySelectorAll("table.grid")) {
    let known = null;
    const bodies = () => (known ??= [...table.tBodies].map((body) => ({ body, all: units(body) })));
    const count = table.querySelectorAll("tbody > tr:not(.group, .below)").length;
    const heads = [...table.tHead.rows[0].cells];
    const named = table.caption.textContent;
    const tools = make("div", "", { className: "tools" });
    const told = make("output", "");
    let sorted = null;
    let words = [];

    const flat = () => table.classList.toggle("flat", sorted !== null || words.length > 0);

    const reset = make("button", "Order as written", { type: "button", hidden: true });
    const sort = (at, down) => {
      sorted = at;
      for (const { body, all } of bodies()) {
        const written = at !== null && heads[at].classList.contains("o");
        const ranked = all.map((unit, place) => [at === null ? null : key(unit[0], at, place, written), unit]);
        if (at !== null) ranked.sort(([a], [b]) => (down && a !== "" && b !== "" ? compare(b, a) : compare(a, b)));
        body.append(...ranked.flatMap(([, unit]) => unit));
      }
      heads.forEach((head, place) => {
        if (!head.querySelector("button")) return;
        head.setAttribute("aria-sort", place !== at ? "none" : down ? "descending" : "ascending");
      });
      reset.hidden = at === null;
      flat();
    };
    reset.addEventListener("click", () => {
      sort(null);
      (heads[0].querySelector("button") ?? table).focus();
    });

    const filter = () => {
      let shown = 0;
      for (const { body, all } of bodies()) {
        let here = 0;
        for (const unit of all) {
          unit.text ??= unit[0].textContent.toLowerCase();
          const fits = words.every((word) => unit.text.includes(word));
          here += fits;
          for (const row of unit) row.hidden = !fits;
        }
        const heading = body.querySelector(".group");
        if (heading) heading.hidden = here === 0;
        shown += here;
      }
      told.textContent = words.length ? `${shown.toLocaleString("en")} of ${count.toLocaleString("en")} rows` : "";
      flat();
    };

    if (count > 2) {
      heads.forEach((head, at) => {
        const label = [...head.childNodes].filter((each) => each.nodeName !== "svg");
        if (!label.length) return;
        const button = make("button", "", { type: "button" });
        button.append(...label);
        head.prepend(button);
        head.setAttribute("aria-sort", "none");
        button.addEventListener("click", () => sort(at, head.getAttribute("aria-sort") === "ascending"));
      });
      const box = make("input", "", { type: "search", placeholder: "Filter rows", autocomplete: "off" });
      box.setAttribute("aria-label", `Filter: ${named}`);
      told.setAttribute("aria-label", `Rows shown: ${named}`);
      const narrow = () => {
        words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
        filter();
      };
      let waiting;
      box.addEventListener("input", () => {
        clearTimeout(waiting);
        if (count > 500) waiting = setTimeout(narrow, 150);
        else narrow();
      });
      tools.append(box, reset, told);
    }
    const reasons = [...table.querySelectorAll(".below details")];
    if (reasons.length > 1) {
      const every = make("button", "Open all reasons", { type: "button" });
      const label = () => {
        every.textContent = reasons.every((each) => each.open) ? "Close all reasons" : "Open all reasons";
      };
      every.addEventListener("click", () => {
        const open = !reasons.every((each) => each.open);
        for (const each of reasons) each.open = open;
        label();
      });
      table.addEventListener("toggle", label, true);
      tools.append(every);
    }
    if (tools.firstChild) table.closest(".scroll").before(tools);
  }

  // A step that names claims gets their words from the table of claims, where they stand once.
  const tell = (details) => {
    for (const step of details.querySelectorAll(".steps li:not([data-told])")) {
      step.dataset.told = "";
      const list = make("ul", "");
      for (const link of step.querySelectorAll("a[href^='#c']")) {
        const cell = document.getElementById(link.hash.slice(1))?.cells[2];
        if (cell) list.append(make("li", `${link.textContent}: ${cell.textContent}`));
      }
      if (list.firstChild) step.append(list);
    }
  };
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.querySelector(".steps")) tell(event.target);
  }, true);
  addEventListener("beforeprint", () => {
    for (const open of document.querySelectorAll(".below details[open]")) tell(open);
  });

  // What a link leads to is shown, filtered out or folded as it may be.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    const row = target?.closest("tr");
    if (!row || !row.hidden) return;
    const box = row.closest(".scroll").previousElementSibling?.querySelector("input");
    if (box) {
      box.value = "";
      box.dispatchEvent(new Event("input"));
      setTimeout(() => target.scrollIntoView({ block: "center" }), 200);
    }
  });
})();
