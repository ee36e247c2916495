// Keeps the card and its style for when there is no signal, and nothing else. What is kept goes when
// she signs out here, and when the card is no longer hers to open.
const KEPT = "card";
const CARD = "/my/card";
const PATHS = [CARD, "/style.css"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(PATHS)));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === "GET" && origin === self.location.origin && PATHS.includes(pathname)) {
    event.respondWith(answer(event.request, pathname));
  }
});

async function answer(request, path) {
  const kept = await caches.open(KEPT);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) {
      await kept.put(path, fresh.clone());
    } else if (fresh.type === "opaqueredirect" || fresh.status < 500) {
      await kept.delete(path);
    }
    return fresh;
  } catch {
    return (await kept.match(path)) ?? Response.error();
  }
}
