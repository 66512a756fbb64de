// Hides what this browser has read, if asked
export function hideRead(page) {
  const rails = page.querySelectorAll(".rail[data-rail]");
  if (!rails.length) return;
  const read = () => JSON.parse(localStorage.read ?? null);
  const keep = (paths) => { localStorage.read = JSON.stringify(paths.slice(-99)); };
  const button = page.createElement("button");
  const apply = () => {
    const known = read();
    for (const rail of rails) {
      let gaps = 0;
      for (const li of rail.querySelectorAll("li")) {
        const gone = !!known?.includes(li.querySelector("a").pathname);
        const spare = "spare" in li.dataset;
        li.hidden = gone || (spare && !gaps);
        gaps += spare ? -!li.hidden : gone;
      }
    }
    button.textContent = rails[0].dataset[known ? "show" : "hide"];
  };
  if (read()) keep([...read(), location.pathname]);
  button.onclick = () => {
    if (read()) delete localStorage.read;
    else keep([location.pathname]);
    apply();
  };
  rails[0].append(button);
  apply();
}
