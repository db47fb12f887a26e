/** The formatter tears `_1."name"` apart. Texts and names in quotes are passed over. */
const TORN = /('(?:[^']|'')*'|"(?:[^"]|"")*")|\b_\d+\. (?=["*\w])/g;

/** SQL as people write it, in lines; as it is where it cannot be told apart. The formatter comes when it is needed. */
export async function formatted(sql: string): Promise<string> {
  const { formatDialect, postgresql } = await import("sql-formatter");
  try {
    const text = formatDialect(sql, { dialect: postgresql, tabWidth: 2, keywordCase: "upper", expressionWidth: 90 });
    return text.replaceAll(TORN, (whole, literal?: string) => literal ?? whole.replaceAll(" ", ""));
  } catch {
    return sql;
  }
}
