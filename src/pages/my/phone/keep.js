// Asks the phone to keep the card for when there is no signal.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/my/card-keeper.js", { scope: "/my/card" });
}
