// The gallery's filter: an entry stays where its text holds every word that was typed.
const field = document.getElementById("gallery-filter");
const count = document.getElementById("gallery-count");
const entries = [...field.closest("section").querySelectorAll("section")];

field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const entry of entries) {
    const text = entry.textContent.toLowerCase();
    entry.hidden = !words.every((word) => text.includes(word));
    shown += !entry.hidden;
  }
  count.textContent = words.length ? `${shown} of ${entries.length}` : "";
});
