// Reports that a story is read: once when the page is first seen, again when it comes back from the back/forward cache.
// The law is docs/counting.md. Nothing is kept in the browser, and a page whose report is lost works all the same.

const ENGAGED_SECONDS = 10;
const ENGAGED_SHARE = 0.75;
const MOST_SLOTS = 8; // in one report, so that it stays within 512 bytes
const RETRY_AFTER = 4000; // milliseconds

export function reportReading(page) {
  const token = page.querySelector('meta[name="broadsheet-token"]')?.content;
  if (!token || token.startsWith("<")) return; // nobody filled the slot: this page is not one to be counted
  whenSeen(page, () => {
    report(token, "view", { referrer: cameFrom(page) });
    watchEngagement(page, token);
    watchSlots(page, token);
    watchSharing(page, token);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) whenSeen(page, () => report(token, "view", {}));
  });
}

// A prerendered page fires visibilitychange while it still prerenders: the order of these two waits matters.
function whenSeen(page, act) {
  if (page.prerendering) {
    page.addEventListener("prerenderingchange", () => whenSeen(page, act), { once: true });
  } else if (page.visibilityState === "hidden") {
    page.addEventListener("visibilitychange", () => whenSeen(page, act), { once: true });
  } else if (window === window.top) {
    act();
  }
}

async function report(token, kind, more, nonce = makeNonce()) {
  const send = () =>
    fetch("/-/view", {
      method: "POST",
      keepalive: true,
      credentials: "omit",
      body: JSON.stringify({ kind, token, nonce, ...more }),
    });
  try {
    const answer = await send();
    if (answer.status === 503) throw answer;
  } catch {
    await new Promise((resume) => setTimeout(resume, RETRY_AFTER));
    await send().catch(() => {});
  }
}

function makeNonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function cameFrom(page) {
  try {
    const host = new URL(page.referrer).hostname;
    return host === location.hostname ? "" : host;
  } catch {
    return "";
  }
}

// Ten seconds in view, or three quarters of the story scrolled past.
function watchEngagement(page, token) {
  const story = page.querySelector("article") ?? page.body;
  let seconds = 0;
  const stop = () => {
    clearInterval(timer);
    removeEventListener("scroll", look);
  };
  const engage = () => {
    stop();
    report(token, "engaged", {});
  };
  const look = () => {
    const { top, height } = story.getBoundingClientRect();
    if (scrollY > 0 && innerHeight - top >= height * ENGAGED_SHARE) engage();
  };
  const timer = setInterval(() => {
    if (page.visibilityState === "visible" && ++seconds >= ENGAGED_SECONDS) engage();
  }, 1000);
  addEventListener("scroll", look, { passive: true });
}

// Which places of a rail came into view, and which one was followed: data-slot="latest:1:42" on each.
function watchSlots(page, token) {
  const seen = new Set();
  let waiting = [];
  const flush = () => {
    for (; waiting.length; waiting = waiting.slice(MOST_SLOTS)) {
      report(token, "seen", { slots: waiting.slice(0, MOST_SLOTS) });
    }
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const place = target.dataset.slot;
      if (isIntersecting && !seen.has(place)) {
        if (!waiting.length) setTimeout(flush, 2000);
        seen.add(place);
        waiting.push(place);
        observer.unobserve(target);
      }
    }
  }, { threshold: 0.5 });
  for (const place of page.querySelectorAll("[data-slot]")) observer.observe(place);
  page.addEventListener("visibilitychange", flush);
  page.addEventListener("click", (event) => {
    const place = event.target.closest("[data-slot]");
    if (place && event.target.closest("a")) report(token, "followed", { slots: [place.dataset.slot] });
  });
}

function watchSharing(page, token) {
  page.addEventListener("click", (event) => {
    if (event.target.closest(".share a, .share button")) report(token, "share", {});
  });
}
