// The marks of this device that have not been sent, for the page and its worker. What is kept is ids
// and moments; what was typed of somebody new is sealed with a key that the browser will not give out.
const Door = (() => {
  const FORGOTTEN_AFTER = 14 * 24 * 60 * 60 * 1000;
  const AT_ONCE = 50;

  function open() {
    return new Promise((done, fail) => {
      const asked = indexedDB.open("firstplace-door", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("marks", { keyPath: "client_id" });
        asked.result.createObjectStore("device");
      asked.result.createObjectStore("names", { keyPath: "session" });
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  }

  // What is answered is on the disk.
  async function within(store, mode, work) {
    const opened = await open();
    try {
      return await new Promise((done, fail) => {
        const part = opened.transaction(store, mode, { durability: "strict" });
        const asked = work(part.objectStore(store));
        part.oncomplete = () => done(asked.result);
        part.onabort = () => fail(part.error);
      });
    } finally {
      opened.close();
    }
  }

  const kept = (name) => within("device", "readonly", (store) => store.get(name));
  const keep = (name, value) => within("device", "readwrite", (store) => store.put(value, name));

  const drop = (name) => within("device", "readwrite", (store) => store.delete(name));

  // What names somebody goes two hours after the session, reached or not, opened or not.
  async function forgetNames() {
    const now = Date.now();
    for (const kept of await within("names", "readonly", (store) => store.getAll())) {
      if (now > kept.until) await within("names", "readwrite", (store) => store.delete(kept.session));
    }
  }

  // Everything that names somebody, and what opens it; marks stay.
  async function forgetDevice() {
    await within("names", "readwrite", (store) => store.clear());
    for (const name of await within("device", "readonly", (store) => store.getAllKeys())) {
      if (["pin", "enrolled"].includes(name) || name.startsWith("door-tab")) await drop(name);
    }
  }

  // Asks whether this device is still enrolled; one that cannot ask still is.
  async function isEnrolled() {
    const enrolled = await kept("enrolled");
    if (!enrolled) return false;
    try {
      const answer = await fetch("/api/v1/door-devices/standing", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ secret: enrolled.secret }),
        credentials: "omit",
        signal: AbortSignal.timeout(4000),
      });
      if (!answer.ok || (await answer.json()).state === "enrolled") return true;
    } catch {
      return true;
    }
    await forgetDevice();
    return false;
  }

  // Made once, whichever tab asks first.
  function once(name, make) {
    return navigator.locks.request(`door-${name}`, async () => {
      const found = await kept(name);
      if (found) return found;
      const made = await make();
      await keep(name, made);
      return made;
    });
  }

  const newId = () => crypto.randomUUID().replaceAll("-", "");
  const device = () => once("name", newId);
  const key = () =>
    once("key", () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]));

  async function seal(said) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(said));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), text) };
  }

  async function unseal({ iv, data }) {
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key(), data);
    return JSON.parse(new TextDecoder().decode(text));
  }

  const all = () => within("marks", "readonly", (store) => store.getAll());
  const put = (mark) => within("marks", "readwrite", (store) => store.put(mark));
  const forget = (id) => within("marks", "readwrite", (store) => store.delete(id));

  // `said` holds ids alone; `typed`, what somebody typed.
  async function add({ session, permit }, said, typed) {
    const mark = { client_id: newId(), session, permit, at: new Date().toISOString(), said };
    if (typed) mark.sealed = await seal(typed);
    await put(mark);
    return mark;
  }

  async function asSent({ client_id, at, said, sealed }) {
    return { client_id, at, ...said, ...(sealed ? await unseal(sealed) : {}) };
  }

  // Sends all that waits. Answers with how many were taken, whether another device disagrees, and
  // whether the service was reached.
  function send() {
    return navigator.locks.request("door-send", async () => {
      await forgetNames();
      await isEnrolled();
      const now = Date.now();
      const marks = await all();
      for (const mark of marks) {
        if (now - Date.parse(mark.at) > FORGOTTEN_AFTER) await forget(mark.client_id);
      }
      const waiting = marks.filter((mark) => !mark.refused && now - Date.parse(mark.at) <= FORGOTTEN_AFTER);
      waiting.sort((a, b) => (a.at < b.at ? -1 : 1));
      const became = { taken: 0, conflict: false, reached: true };
      for (const batch of batches(waiting)) {
        if (!(await sendOne(batch, became))) {
          became.reached = false;
          break;
        }
      }
      return became;
    });
  }

  function batches(marks) {
    const made = [];
    for (const mark of marks) {
      const last = made.find((one) => one[0].permit === mark.permit && one.length < AT_ONCE);
      if (last) last.push(mark);
      else made.push([mark]);
    }
    return made;
  }

  async function sendOne(batch, became) {
    const { session, permit } = batch[0];
    let answer, told;
    try {
      const body = { permit, device: await device(), marks: await Promise.all(batch.map(asSent)) };
      answer = await fetch(`/api/v1/sessions/${session}/register/late-marks`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        credentials: "omit",
      });
      told = await answer.json();
    } catch {
      return false;
    }
    if (answer.status >= 500 || answer.status === 429) return false;
    for (const [at, mark] of batch.entries()) {
      const one = answer.ok ? told.marks[at] : { outcome: "problem", detail: told.detail };
      if (one.outcome === "ok") {
        await forget(mark.client_id);
        became.taken += 1;
        became.conflict ||= one.conflict;
      } else {
        await put({ ...mark, refused: one.detail });
      }
    }
    return true;
  }

  return { add, all, forget, send, within, kept, keep, drop, forgetNames, forgetDevice, isEnrolled, seal, unseal };
})();
