// The gallery's filter: an entry stays where its text holds every word that was typed.
const field = document.getElementById("gallery-filter");
const count = document.getElementById("gallery-count");
const entries = [...field.closest("section").querySelectorAll("section")];
// Joined by spaces: the end of a heading and the text below it are no word.
const texts = entries.map((entry) => [...entry.children].map((part) => part.textContent).join(" ").toLowerCase());

field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  entries.forEach((entry, i) => {
    entry.hidden = !words.every((word) => texts[i].includes(word));
  });
  const shown = entries.filter((entry) => !entry.hidden).length;
  count.textContent = words.length ? `${shown} of ${entries.length}` : "";
});
