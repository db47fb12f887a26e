/** What the engine tells the page about itself. Never a secret: anybody may load the page. */
export interface Settings {
  version: string;
  /** Whether the administrator's calls need a secret. */
  adminSecret: boolean;
}

const UNTOLD: Settings = { version: "development", adminSecret: false };

/** Reads what stands in the page's `<meta name="dovetail">`; without it (vite's own server) defaults will do. */
export function readSettings(text: string | null | undefined): Settings {
  return text ? { ...UNTOLD, ...(JSON.parse(text) as Partial<Settings>) } : UNTOLD;
}
