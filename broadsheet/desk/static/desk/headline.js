// Says beside a story's headline, while it is being written, what the desk doubts about it.
const PAUSE = 400; // milliseconds without a key

const field = document.querySelector("#panel-child-content-title-section #id_title, form[data-edit-form] #id_title");
const onStory = document.querySelector("#id_standfirst");

if (field && onStory) {
  const note = document.createElement("div");
  note.id = "headline-check";
  note.className = "headline-check";
  note.setAttribute("role", "status");
  field.insertAdjacentElement("afterend", note);
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" "));
  const story = location.pathname.match(/\/pages\/(\d+)\/edit/)?.[1] ?? "";
  const desk = location.pathname.split("/pages/")[0];
  let timer, latest = 0;

  const ask = async () => {
    const mine = ++latest;
    const query = new URLSearchParams({ headline: field.value, story });
    const answer = await fetch(`${desk}/headline/?${query}`).catch(() => null);
    if (!answer?.ok || mine !== latest) return;
    const { columns, longest, doubts } = await answer.json();
    const lines = [...doubts, `${columns} / ${longest}`].map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    });
    lines.at(-1).className = "headline-check__length";
    note.classList.toggle("headline-check--doubtful", doubts.length > 0);
    note.replaceChildren(...lines);
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  if (field.value) ask();
}
