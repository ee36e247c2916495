// Reads a card with the camera where the browser can, and checks on the device that it is one of ours.
function startCards(door) {
  const form = door.querySelector("form.walk-in input[name=number]")?.form;
  if (!form || !window.isSecureContext || !("BarcodeDetector" in window) || !navigator.mediaDevices) return;

  const said = document.getElementById("said");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = "Scan the card";
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.hidden = true;
  for (const made of [button, video]) made.dataset.made = "true";
  form.prepend(button, video);

  // The keys change rarely; those of the last visit serve without a network.
  async function keys() {
    try {
      const answer = await fetch("/.well-known/card-keys.json");
      const { keys } = await answer.json();
      await Door.keep("card-keys", keys);
      return keys;
    } catch {
      return (await Door.kept("card-keys")) ?? [];
    }
  }

  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

  async function isOurs(code) {
    const at = code.lastIndexOf(".");
    const text = new TextEncoder().encode(code.slice(0, at));
    for (const { kty, crv, x } of await keys()) {
      const key = await crypto.subtle.importKey("jwk", { kty, crv, x }, "Ed25519", false, ["verify"]);
      try {
        if (await crypto.subtle.verify("Ed25519", key, bytes(code.slice(at + 1)), text)) return true;
      } catch {
        return false;
      }
    }
    return false;
  }

  button.addEventListener("click", async () => {
    const media = await navigator.mediaDevices
      .getUserMedia({ video: { facingMode: "environment" } })
      .catch(() => null);
    if (!media) {
      said.textContent = "The camera cannot be used. Type the number on the card.";
      return;
    }
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    video.srcObject = media;
    video.hidden = false;
    await video.play();
    const until = Date.now() + 30_000;
    let code = null;
    while (!code && Date.now() < until) {
      code = (await detector.detect(video))[0]?.rawValue ?? null;
      if (!code) await new Promise((done) => setTimeout(done, 150));
    }
    for (const track of media.getTracks()) track.stop();
    video.hidden = true;
    if (!code) {
      said.textContent = "No card was seen. Type the number on it.";
    } else if (await isOurs(code)) {
      const { session, permit } = door.dataset;
      await Door.add({ session, permit }, { mark: "came" }, { card_code: code });
      said.textContent = `Card ${code.split(".")[1]}: came.`;
      dispatchEvent(new Event("door-added"));
    } else {
      said.textContent = "This is not one of our cards. Type the number on it.";
    }
  });
  keys();
}
