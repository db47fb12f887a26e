import "@fontsource-variable/roboto/wght.css";
import "@mantine/core/styles.css";
import "./shell/shell.css";
import { createTheme, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, Navigate } from "react-router";
import { RouterProvider } from "react-router/dom";
import { loadEarly } from "./api/early.ts";
import { consolePath } from "./engine.ts";
import { Toasts } from "./parts/Toasts.tsx";
import "./parts/parts.css";
import { readSettings } from "./settings.ts";
import { SessionGate } from "./session/SessionGate.tsx";
import { colors } from "./shell/colors.ts";
import { Crash } from "./shell/Crash.tsx";
import { NotFound } from "./parts/NotFound.tsx";
import { Shell } from "./shell/Shell.tsx";

const settings = readSettings(document.querySelector<HTMLMetaElement>("meta[name=dovetail]")?.content);

const theme = createTheme({
  colors,
  primaryColor: "walnut",
  primaryShade: 7,
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily: '"Roboto Variable", system-ui, sans-serif',
  fontFamilyMonospace: '"Fira Code", ui-monospace, monospace',
  // A menu has nothing in it but what can be chosen: the first of it gets the focus.
  components: { Menu: { defaultProps: { withInitialFocusPlaceholder: false } } },
});

const pages = [
  { index: true, element: <Navigate to="api" replace /> },
  // Apart from the first screen: the editor is by far the biggest part.
  {
    path: "api/*",
    lazy: () => {
      loadEarly(settings);
      return import("./api/ApiPage.tsx");
    },
  },
  { path: "data/*", lazy: () => import("./data/DataArea.tsx") },
  { path: "actions/*", lazy: () => import("./actions/ActionsArea.tsx") },
  { path: "remote-schemas/*", lazy: () => import("./remotes/RemotesArea.tsx") },
  { path: "graph", lazy: () => import("./graph/GraphPage.tsx") },
  { path: "settings/*", lazy: () => import("./settings/SettingsArea.tsx") },
  { path: "*", element: <NotFound /> },
];

const router = createBrowserRouter(
  [{ element: <Shell settings={settings} />, children: [{ errorElement: <Crash />, children: pages }] }],
  { basename: consolePath() },
);

// A refusal stays one however often one asks; what was read a moment ago need not be read again.
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2000 } } });

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <SessionGate settings={settings}>
            <RouterProvider router={router} />
            <Toasts />
          </SessionGate>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
