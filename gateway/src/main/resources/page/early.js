// Before the first paint: the theme and language that the person chose, so that nothing flashes.
(() => {
  const root = document.documentElement;
  try {
    root.dataset.theme = localStorage.getItem("repatria.theme") || "auto";
    root.lang = localStorage.getItem("repatria.language") || (navigator.language.startsWith("zh") ? "zh" : "en");
  } catch {
    root.dataset.theme = "auto"; // Storage can be forbidden: the page works without it.
  }
})();
