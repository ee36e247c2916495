// Warns two minutes before a sign-in ends, `quiet` seconds after this page was opened.
const dialog = document.getElementById("quiet");
const [warning, over] = dialog.querySelectorAll("p");
const stay = dialog.querySelector("button");

const wait = () => setTimeout(() => dialog.showModal(), Math.max(quiet - 120, quiet / 2) * 1000);

stay.addEventListener("click", async () => {
  if (!over.hidden) return dialog.close();
  const answer = await fetch("/sign-in/stay", { redirect: "manual" }).catch(() => null);
  if (answer?.ok) {
    dialog.close();
    wait();
  } else {
    warning.hidden = true;
    over.hidden = false;
    stay.textContent = "Close";
  }
});

wait();
