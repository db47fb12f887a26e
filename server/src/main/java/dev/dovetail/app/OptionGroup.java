package dev.dovetail.app;

import java.util.List;

/** Options that belong together, as the help shows them. */
record OptionGroup(String title, List<Option<?>> options) {}
