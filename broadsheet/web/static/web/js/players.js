// A film or a sound elsewhere: a button that loads its player, and nothing from there before it is pressed.

export function offerPlayers(root) {
  for (const figure of root.querySelectorAll("[data-player]")) {
    const { player, play, title, note } = figure.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = play;
    button.title = note;
    button.addEventListener("click", () => {
      const frame = document.createElement("iframe");
      frame.src = player;
      frame.title = title;
      frame.allow = "fullscreen; encrypted-media; picture-in-picture";
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      button.replaceWith(frame);
      frame.focus();
    });
    figure.append(button);
  }
}
