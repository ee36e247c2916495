// Opens a page that says so where a register cannot be reached, and sends what waits as soon as there
// is a network, with the page closed too. It keeps files that are the same for everybody.
importScripts("/door/queue.js");

const KEPT = "door-1";
const OFFLINE = "/door/offline";
const FILES = [OFFLINE, "/style.css", "/door/door.css", "/door/queue.js", "/door/names.js", "/door/card.js", "/door/page.js"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.waitUntil(Door.forgetNames());
    event.respondWith(fetch(request).catch(() => kept(OFFLINE)));
  } else if (request.method === "GET" && FILES.includes(pathname)) {
    event.respondWith(fresh(request, pathname));
  }
});

async function kept(path) {
  return (await (await caches.open(KEPT)).match(path)) ?? Response.error();
}

async function fresh(request, path) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(KEPT)).put(path, answer.clone());
    return answer;
  } catch {
    return kept(path);
  }
}

self.addEventListener("sync", (event) => {
  event.waitUntil(
    Door.send().then((became) => {
      if (!became.reached) throw new Error("not reached");
    }),
  );
});
