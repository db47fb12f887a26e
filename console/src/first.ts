import { loadEarly } from "./api/early.ts";
import { readSettings } from "./settings.ts";

/** Comes before the page itself: whoever visits the API waits longest for its editor, so that is asked for first. */
const within = location.pathname.slice(new URL(document.baseURI).pathname.length);
if (within === "" || /^api(\/|$)/.test(within)) {
  loadEarly(readSettings(document.querySelector<HTMLMetaElement>("meta[name=dovetail]")?.content).adminSecret);
  void import("./api/ApiPage.tsx");
}
