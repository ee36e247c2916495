// The register in a browser with scripts: a tap is shown at once and sent when it can be, names are
// found while they are typed. Without it every button is a form that does the same.
function startRegister(door, away) {
  const id = (name) => document.getElementById(name);
  const [said, waiting, refused] = ["said", "waiting", "refused"].map(id);
  const { session, permit } = door.dataset;
  const say = (text) => (said.textContent = text);
  const families = () => [...door.querySelectorAll("form.party")];
  const buttons = (form) => [...form.querySelectorAll("button[name=mark]")];

  // A button says `mark|child|what it corrects`.
  const parts = (button) => {
    const [mark, child = "", ...rest] = button.value.split("|");
    return { mark, child, corrects: rest.join("|") };
  };
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const label = (button) => button.firstChild.textContent.trim();

  // What is pressed for all of a family, or child by child.
  function standing(form) {
    const groups = new Map();
    for (const button of buttons(form)) {
      const { child } = parts(button);
      if (!groups.has(child)) groups.set(child, null);
      if (isPressed(button)) groups.set(child, button);
    }
    const all = groups.get("");
    groups.delete("");
    return { all, each: [...groups.values()] };
  }

  const isHere = (button) => !!button && ["came", "late"].includes(parts(button).mark);

  function count(form) {
    const { all, each } = standing(form);
    const here = all || !each.length ? (isHere(all) ? +form.dataset.here : 0) : each.filter(isHere).length;
    return { marked: all || (each.length && each.every(Boolean)) ? 1 : 0, here };
  }

  function press(form, pressed, client) {
    const before = count(form);
    const { mark, child } = parts(pressed);
    for (const button of buttons(form)) {
      const own = parts(button);
      if (!child || own.child === child) button.setAttribute("aria-pressed", String(own.mark === mark));
      if (!child || !own.child || own.child === child) button.value = `${own.mark}|${own.child}|${client}`;
    }
    if (child) {
      const { each } = standing(form);
      const same = each.every((one) => one && parts(one).mark === mark);
      for (const button of buttons(form)) {
        const own = parts(button);
        if (!own.child) button.setAttribute("aria-pressed", String(same && own.mark === mark));
      }
    } else {
      const more = form.querySelector("details");
      if (more) more.open = false;
    }
    const { all, each } = standing(form);
    form.classList.toggle("here", isHere(all) || each.some(isHere));
    const differ = each.filter(Boolean).map((one) => one.textContent.trim()).join(", ");
    const ofAll = all && !all.closest(".main") ? label(all) : "";
    form.querySelector(".state").textContent = all ? ofAll : differ;
    total(before, count(form));
  }

  function total(before, now) {
    const [marked, inside, left] = ["marked", "inside", "unmarked-count"].map(id);
    const add = (from, name) => (from.dataset[name] = +from.dataset[name] + now[name] - before[name]);
    add(marked, "marked");
    marked.textContent = `${marked.dataset.marked} of ${marked.dataset.all} marked`;
    left.textContent = marked.dataset.all - marked.dataset.marked;
    if (inside) {
      add(inside, "here");
      const { here, one, more } = inside.dataset;
      inside.textContent = `${here} ${+here === 1 ? one : more} here now`;
    }
  }

  // Taps and forms.

  door.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (form.dataset.plain) return;
    if (form.classList.contains("party")) {
      event.preventDefault();
      tapped(form, submitter);
    } else if (form.classList.contains("walk-in")) {
      event.preventDefault();
      walkedIn(form);
    }
  });

  async function tapped(form, button) {
    const { mark, child, corrects } = parts(button);
    const called = button.querySelector(".hidden").textContent.trim();
    if (isPressed(button)) return say(`${called}: ${label(button).toLowerCase()} already.`);
    const fields = new FormData(form);
    const sent = { mark };
    for (const [field, name] of [["family", "family_id"], ["booking", "booking_id"]]) {
      if (fields.get(field)) sent[name] = fields.get(field);
    }
    if (child) sent.child_id = child;
    if (corrects) sent.corrects = corrects;
    const made = await Door.add({ session, permit }, sent).catch(() => null);
    if (!made) {
      // Nothing can be kept here: the form does what it does without a script.
      form.dataset.plain = "true";
      return form.requestSubmit(button);
    }
    press(form, button, made.client_id);
    say(`${called}: ${label(button).toLowerCase()}.`);
    keepNames();
    await tell();
    send();
  }

  // Where the service answers it says what is wrong at the field; else what was typed waits, sealed.
  async function walkedIn(form) {
    if (await isReached()) return form.submit();
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    const typed = asTyped[fields.how](fields);
    const missing = Object.keys(typed.needs).find((name) => !typed.needs[name]);
    if (missing) {
      form.elements[missing].focus();
      return say(`There is no network. ${typed.asks}`);
    }
    const sent = fields.mark ? { mark: fields.mark } : {};
    const made = await Door.add({ session, permit }, sent, typed.made).catch(() => null);
    if (!made) return say("There is no network, and this browser keeps nothing. Use the paper sheet.");
    form.reset();
    say("There is no network. They are kept on this device and sent later.");
    tell();
  }

  async function isReached() {
    try {
      await fetch("/door/app.webmanifest", { cache: "no-store", signal: AbortSignal.timeout(4000) });
      return true;
    } catch {
      return false;
    }
  }

  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

  function born(fields, name) {
    const [day, month, year] = ["day", "month", "year"].map((part) => fields[`${name}_${part}`]);
    const named = MONTHS.findIndex((one) => month.toLowerCase().startsWith(one)) + 1;
    const [m, y] = [+month || named, +year < 100 && year ? 2000 + +year : +year];
    if (!(m >= 1 && m <= 12 && y > 1900)) return null;
    const two = (number) => String(number).padStart(2, "0");
    return day ? `${y}-${two(m)}-${two(day)}` : `${y}-${two(m)}`;
  }

  const some = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value));

  const asTyped = {
    number: ({ number }) => ({
      needs: { number },
      asks: "Type the number on the card.",
      made: { membership_number: number },
    }),
    member: (fields) => {
      const born_on = born(fields, "born");
      const { name, phone, email, postcode, child_name } = fields;
      const place = postcode ? { postcode } : { postcode_reason: "not_given" };
      return {
        needs: { name, phone: phone || email, child_name, born_year: born_on },
        asks: "Enter both names, a phone number or email address, and when the child was born.",
        made: {
          walk_in: {
            family: { carers: [some({ name, phone, email })], children: [{ name: child_name, born_on }], ...place },
          },
        },
      };
    },
    guest: (fields) => {
      const born_on = born(fields, "guest_born");
      const { guest_name: name, guest_child } = fields;
      return {
        needs: { guest_child, guest_born_year: born_on },
        asks: "Enter the child’s name and when the child was born.",
        made: { walk_in: { guest: some({ name, children: [{ name: guest_child, born_on }] }) } },
      };
    },
    head_count: ({ adults, children }) => ({
      needs: { adults: +adults + +children > 0 },
      asks: "Enter how many.",
      made: { head_count: { adults: +adults, children: +children } },
    }),
  };

  // What waits.

  async function tell() {
    const marks = await Door.all();
    const unsent = marks.filter((mark) => !mark.refused);
    waiting.hidden = !unsent.length;
    waiting.textContent = unsent.length ? `${unsent.length} not sent yet` : "";
    const wrong = marks.filter((mark) => mark.refused);
    refused.hidden = !wrong.length;
    refused.replaceChildren(...wrong.map(line));
  }

  function line(mark) {
    const one = document.createElement("p");
    const form = families().find((form) =>
      [form.elements.family, form.elements.booking].some((field) =>
        field && [mark.said.family_id, mark.said.booking_id].includes(field.value)));
    const when = new Date(mark.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
    one.textContent = `Not taken: ${form ? form.dataset.name : "a mark"}, ${when}. ${mark.refused} `;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "second";
    button.textContent = "Remove";
    button.addEventListener("click", () => Door.forget(mark.client_id).then(tell));
    one.append(button);
    return one;
  }

  let wasAway = away;
  let pause = 5000;

  async function send() {
    const became = await Door.send();
    await tell();
    if (!became.reached) {
      wasAway = true;
      const worker = await navigator.serviceWorker?.getRegistration("/registers");
      await worker?.sync?.register("marks").catch(() => {});
      return later();
    }
    pause = 5000;
    if (wasAway && !(await isReached())) return later();
    // The page that stands in for a register has its address; opened by its own it has nothing to show.
    const standsIn = away && location.pathname.startsWith("/registers");
    if (standsIn && !families().length) return location.reload();
    if (wasAway && (standsIn || became.taken)) offer("There is a network again.");
    if (became.conflict) offer("Another device marked somebody differently.");
    wasAway = false;
  }

  // Not by itself: who was signed out meanwhile would lose the names in the midst of it.
  function offer(text) {
    const link = document.createElement("a");
    link.href = `/registers/${session}`;
    link.textContent = "Show what others marked";
    said.replaceChildren(`${text} `, link);
  }

  let timer;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, 60_000);
  }

  // Finding.

  const box = id("q");
  let show = new URLSearchParams(location.search).get("show") ?? "";
  const isWhole = box && families().length === +id("marked").dataset.all;

  function find() {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const form of families()) {
      const own = form.dataset.name.toLowerCase().split(/[\s,]+/);
      const found = words.every((word) => own.some((part) => part.startsWith(word)));
      form.parentElement.hidden = !found || (show === "unmarked" && count(form).marked === 1);
    }
  }

  if (isWhole) {
    box.addEventListener("input", find);
    for (const chip of door.querySelectorAll(".chips a")) {
      chip.addEventListener("click", (event) => {
        event.preventDefault();
        show = chip.dataset.show;
        for (const one of door.querySelectorAll(".chips a")) one.removeAttribute("aria-current");
        chip.setAttribute("aria-current", "true");
        find();
      });
    }
  }

  // On an enrolled device the lines as they are now, without what only this view of them shows.
  let saving;

  function keepNames() {
    if (!door.dataset.until) return;
    clearTimeout(saving);
    saving = setTimeout(() => {
      const copy = door.cloneNode(true);
      for (const one of copy.querySelectorAll("[data-made]")) one.remove();
      for (const one of copy.querySelectorAll("#said, #waiting, #refused")) one.textContent = "";
      for (const one of copy.querySelectorAll(".parties > [hidden]")) one.hidden = false;
      Names.save(session, Date.parse(door.dataset.until), copy.outerHTML);
    }, 100);
  }

  // What was marked here and not sent, on lines that are older.
  async function again() {
    for (const { client_id, said: sent, session: of } of await Door.all()) {
      const form = of === session && families().find((form) =>
        [form.elements.family, form.elements.booking].some((field) =>
          field && [sent.family_id, sent.booking_id].includes(field.value)));
      const made = form && buttons(form).find((button) => {
        const own = parts(button);
        return own.mark === sent.mark && own.child === (sent.child_id ?? "");
      });
      if (made && !isPressed(made)) press(form, made, client_id);
    }
  }

  addEventListener("online", () => {
    pause = 5000;
    send();
  });
  addEventListener("door-added", () => tell().then(send));
  startCards(door);
  again().then(keepNames).then(tell).then(send);
}

(async () => {
  const door = document.getElementById("door");
  const works = window.isSecureContext && "locks" in navigator && "indexedDB" in window;
  if (!door || !works) return;
  // A mark needs no sign-in here, so nothing comes between a tap and its register.
  const quiet = document.getElementById("quiet");
  if (quiet) quiet.showModal = () => {};
  navigator.serviceWorker?.register("/door-worker.js", { scope: "/registers" });
  await Door.forgetNames();

  const offline = !!door.dataset.offline;
  const enrolled = await Door.kept("enrolled");
  const isKept = enrolled && (offline || (door.dataset.until && door.dataset.centre === enrolled.centre));
  if (!isKept) {
    delete door.dataset.until;
    return startRegister(door, offline);
  }
  // What waits is sent and being revoked is learned before anybody types a PIN.
  const sending = Door.send();
  if (!(await Door.isEnrolled())) {
    delete door.dataset.until;
    return startRegister(door, offline);
  }
  const place = offline ? document.getElementById("kept") : door;
  if (!(await Names.reopen())) await Names.ask(place);
  Names.watch(place);
  setInterval(async () => {
    if (!(await Door.isEnrolled())) location.reload();
  }, 60_000);
  await sending;
  if (!offline) return startRegister(door, false);
  const kept = await Names.read(location.pathname.split("/")[2]);
  if (!kept) return startRegister(door, true);
  door.remove();
  document.getElementById("no-names").textContent = "There is no network. These are the names as this device knew them.";
  place.innerHTML = kept.html;
  setTimeout(() => location.reload(), Math.min(kept.until - Date.now(), 2 ** 31 - 1));
  startRegister(document.getElementById("door"), true);
})();
