// Keeps a part of a page fresh while somebody looks at it: <div data-live="address" data-seconds="10">.
// Open tables stay open; a failed look leaves what was there.

for (const part of document.querySelectorAll("[data-live]")) {
  setInterval(() => {
    if (document.visibilityState === "visible" && !part.contains(document.activeElement)) refresh(part);
  }, part.dataset.seconds * 1000);
}

async function refresh(part) {
  const answer = await fetch(part.dataset.live).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const open = [...part.querySelectorAll("details")].map((details) => details.open);
  const fresh = document.createElement("template");
  fresh.innerHTML = await answer.text();
  part.replaceChildren(fresh.content);
  part.querySelectorAll("details").forEach((details, place) => (details.open = open[place] ?? false));
}
