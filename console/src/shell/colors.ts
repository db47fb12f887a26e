import type { MantineColorsTuple } from "@mantine/core";

/** The hue of oiled wood, from a shaving to the heart. */
const walnut: MantineColorsTuple = [
  "#fdf5ec",
  "#f7e8d6",
  "#eecfa9",
  "#e5b478",
  "#dd9d50",
  "#d68d37",
  "#c77d2a",
  "#a8661f",
  "#87521a",
  "#644015",
];

/** Cool greys for surfaces, so that the wood stands out. */
const dark: MantineColorsTuple = [
  "#d5dae3",
  "#b3bac8",
  "#8e97a9",
  "#69738a",
  "#454e62",
  "#363e50",
  "#283040",
  "#1d2330",
  "#151a24",
  "#0e121a",
];

/** Darker where white stands on it, and where it stands on white: the usual red can hardly be read there. */
const red: MantineColorsTuple = [
  "#fff5f5",
  "#ffe3e3",
  "#ffc9c9",
  "#ffa8a8",
  "#ff8787",
  "#ff6b6b",
  "#e03131",
  "#c92a2a",
  "#b02525",
  "#962020",
];

export const colors = { walnut, dark, red };
