import type { Call } from "./snippets.ts";

export function java({ url, headers, written }: Call): string {
  const rows = headers.map((header) => {
    const value = "variable" in header ? `System.getenv(${text(header.variable)})` : text(header.value);
    return `                .header(${text(header.name)}, ${value})\n`;
  });
  const body = JSON.stringify(written, null, 2)
    .replaceAll("\\", "\\\\")
    .replaceAll('"""', '\\"\\"\\"')
    .replaceAll("\n", `\n${" ".repeat(16)}`);
  return `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

class Ask {
    public static void main(String... words) throws Exception {
        var body = """
                ${body}""";
        var request = HttpRequest.newBuilder(URI.create(${text(url)}))
${rows.join("")}                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            System.out.println(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
`;
}

/** Strings of JSON are strings of Java. */
function text(value: string): string {
  return JSON.stringify(value);
}
