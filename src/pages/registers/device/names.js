// On a device that an administrator enrolled: the lines of today's registers, sealed under a key that
// only the PIN of the device opens, until two hours after the session. Elsewhere nothing is kept.
const Names = (() => {
  const IDLE = 10 * 60 * 1000;
  const RELOADED_WITHIN = 2 * 60 * 1000;
  const TRIES = 10;
  const ROUNDS = 600_000;
  const TAB = "door-tab";

  const AES = (iv) => ({ name: "AES-GCM", iv });
  const random = (many) => crypto.getRandomValues(new Uint8Array(many));
  const asText = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const asBytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const imported = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

  // What opens the names while this page is not locked, and the tab's own part of it for a reload.
  let opened = null;

  async function ofPin(pin, salt) {
    const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
    return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }

  // Sealed twice: by what somebody types or a tab holds, and by the key of this browser.
  async function wrap(raw, key, more) {
    const iv = random(12);
    const data = asText(await crypto.subtle.encrypt(AES(iv), key, raw));
    return Door.seal({ iv: asText(iv), data, ...more });
  }

  const unwrap = async ({ iv, data }, key) => crypto.subtle.decrypt(AES(asBytes(iv)), key, asBytes(data));

  async function enrol(code, pin) {
    const answer = await fetch("/api/v1/door-devices/enrol", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    });
    const told = await answer.json();
    if (!answer.ok) return told.detail;
    const [raw, salt] = [random(32), random(16)];
    const sealed = await wrap(raw, await ofPin(pin, salt), { salt: asText(salt) });
    await Door.keep("pin", { sealed, tries: 0 });
    await Door.keep("enrolled", { secret: told.secret, centre: told.centre_id });
    return null;
  }

  async function open(raw) {
    const [tab, own] = [asText(random(12)), random(32)];
    await Door.keep(`${TAB}-${tab}`, { at: Date.now(), sealed: await wrap(raw, await imported(own)) });
    opened = { key: await imported(raw), tab, own: asText(own) };
  }

  // Answers with what is wrong, or nothing.
  async function unlock(pin) {
    const kept = await Door.kept("pin");
    if (!kept) return "This device keeps no names any more.";
    const sealed = await Door.unseal(kept.sealed);
    let raw;
    try {
      raw = await unwrap(sealed, await ofPin(pin, asBytes(sealed.salt)));
    } catch {
      const tries = kept.tries + 1;
      if (tries < TRIES) {
        await Door.keep("pin", { ...kept, tries });
        return `This PIN is not right. ${TRIES - tries} tries left.`;
      }
      await forget();
      return "Too many tries: this device has forgotten the names. An administrator can enrol it again.";
    }
    await Door.keep("pin", { ...kept, tries: 0 });
    await open(raw);
    return "";
  }

  // After a reload of this tab, with what it left behind as it went.
  async function reopen() {
    const left = sessionStorage.getItem(TAB);
    sessionStorage.removeItem(TAB);
    if (!left) return false;
    const { tab, own, at } = JSON.parse(left);
    const kept = await Door.kept(`${TAB}-${tab}`);
    await Door.drop(`${TAB}-${tab}`);
    if (!kept || Date.now() - at > RELOADED_WITHIN) return false;
    try {
      await open(await unwrap(await Door.unseal(kept.sealed), await imported(asBytes(own))));
      return true;
    } catch {
      return false;
    }
  }

  addEventListener("pagehide", () => {
    if (opened) sessionStorage.setItem(TAB, JSON.stringify({ tab: opened.tab, own: opened.own, at: Date.now() }));
  });

  async function save(session, until, html) {
    if (!opened) return;
    const iv = random(12);
    const data = await crypto.subtle.encrypt(AES(iv), opened.key, new TextEncoder().encode(html));
    await Door.within("names", "readwrite", (store) => store.put({ session, until, iv, data }));
  }

  async function read(session) {
    const kept = await Door.within("names", "readonly", (store) => store.get(session));
    if (!kept || !opened || Date.now() > kept.until) return null;
    const html = new TextDecoder().decode(await crypto.subtle.decrypt(AES(kept.iv), opened.key, kept.data));
    return { html, until: kept.until };
  }

  function forget() {
    opened = null;
    sessionStorage.removeItem(TAB);
    return Door.forgetDevice();
  }

  // Asks for the PIN in place of what is hidden meanwhile.
  function ask(hide) {
    opened = null;
    hide.hidden = true;
    const form = document.createElement("form");
    form.id = "pin-asked";
    form.innerHTML =
      '<label for="pin">PIN of this device</label><input id="pin" type="password" inputmode="numeric" ' +
      'autocomplete="off" required><p class="error" role="alert" hidden></p>' +
      '<p class="actions"><button type="submit">Open the register</button></p>';
    hide.before(form);
    const [box, wrong] = [form.querySelector("input"), form.querySelector(".error")];
    box.focus();
    return new Promise((done) => {
      form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const says = await unlock(box.value);
        box.value = "";
        wrong.hidden = !says;
        wrong.textContent = says;
        if (opened) {
          form.remove();
          hide.hidden = false;
          done();
        }
      });
    });
  }

  // Locks again after ten minutes in which nobody touched it.
  function watch(hide) {
    let touched = Date.now();
    for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (touched = Date.now()));
    setInterval(async () => {
      if (!opened || Date.now() - touched < IDLE) return;
      await ask(hide);
      touched = Date.now();
    }, 5000);
  }

  return { enrol, reopen, ask, watch, save, read };
})();

(() => {
  const form = document.getElementById("enrol");
  if (!form || !window.isSecureContext) return;
  const said = document.getElementById("said");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { code, pin, again } = form.elements;
    if (pin.value !== again.value) {
      said.textContent = "The two PINs are not the same.";
      return again.focus();
    }
    const wrong = await Names.enrol(code.value, pin.value).catch(() => "There is no network. Try again.");
    form.hidden = !wrong;
    said.textContent = wrong ?? "This device is enrolled. It keeps the names of today’s registers once you have opened them here.";
  });
})();
