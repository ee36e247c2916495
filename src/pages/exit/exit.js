// Leaves the page so that "back" does not lead to it again.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.exit");
  if (link) {
    event.preventDefault();
    location.replace(link.href);
  }
});
