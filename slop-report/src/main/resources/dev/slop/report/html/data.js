/** The page's data: JSON, or one JSON string that holds it compressed. */
async function readData() {
  const data = JSON.parse(document.getElementById("data").textContent);
  if (typeof data !== "string") {
    return data;
  }
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(json).json();
}

/** An element with text in it. Text is only ever set as text. */
function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

const formatCount = new Intl.NumberFormat("en").format;
