import "@mantine/core/styles.css";
import "./shell/shell.css";
import { createTheme, MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, Navigate } from "react-router";
import { RouterProvider } from "react-router/dom";
import { consolePath } from "./engine.ts";
import { readSettings } from "./settings.ts";
import { SessionGate } from "./session/SessionGate.tsx";
import { colors } from "./shell/colors.ts";
import { NotFound } from "./shell/NotFound.tsx";
import { Shell } from "./shell/Shell.tsx";

const settings = readSettings(document.querySelector<HTMLMetaElement>("meta[name=dovetail]")?.content);

const theme = createTheme({
  colors,
  primaryColor: "walnut",
  primaryShade: { light: 7, dark: 5 },
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily: "Roboto, system-ui, sans-serif",
  fontFamilyMonospace: '"Fira Code", ui-monospace, monospace',
});

const router = createBrowserRouter(
  [
    {
      element: <Shell settings={settings} />,
      children: [
        { index: true, element: <Navigate to="api" replace /> },
        // Apart from the first screen: the editor is by far the biggest part.
        { path: "api/*", lazy: () => import("./api/ApiPage.tsx") },
        { path: "*", element: <NotFound /> },
      ],
    },
  ],
  { basename: consolePath() },
);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <SessionGate settings={settings}>
          <RouterProvider router={router} />
        </SessionGate>
      </MantineProvider>
    </StrictMode>,
  );
}
