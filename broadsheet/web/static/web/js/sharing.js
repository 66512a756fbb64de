// Sharing through the reader's own device, and a link to copy; beside the plain links that always work.

export function offerSharing(root) {
  for (const section of root.querySelectorAll(".share")) {
    const { title, address, share, copy, copied } = section.dataset;
    const list = section.querySelector("ul");
    if (navigator.share) {
      add(list, share, () => navigator.share({ title, url: address }).catch(() => {}));
    }
    if (navigator.clipboard) {
      add(list, copy, async (button) => {
        await navigator.clipboard.writeText(address);
        button.textContent = copied;
      });
    }
  }
}

function add(list, words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => act(button));
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
}
