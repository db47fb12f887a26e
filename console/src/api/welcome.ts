/** What stands in the editor at the first visit. */
export const WELCOME = `# Write a query here, or click one together in the explorer to the left.
#
#   Run           Ctrl-Enter, or the button
#   Complete      Ctrl-Space
#   Prettify      Shift-Ctrl-P
#   Reload types  Shift-Ctrl-R
#
# What a role may see is shown once the header x-hasura-role names it.

`;
