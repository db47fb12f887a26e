import { loadEarly } from "./api/early.ts";
import { knockEarly } from "./session/early.ts";
import { readSettings } from "./settings.ts";

/**
 * Comes before the page itself, and asks at once for what that would ask for when it is there. Whoever visits the API
 * waits longest, for its editor, so all of that is asked for, too.
 */
const settings = readSettings(document.querySelector<HTMLMetaElement>("meta[name=dovetail]")?.content);
knockEarly(settings);
const within = location.pathname.slice(new URL(document.baseURI).pathname.length);
if (within === "" || /^api(\/|$)/.test(within)) {
  loadEarly(settings);
  void import("./api/ApiPage.tsx");
}
