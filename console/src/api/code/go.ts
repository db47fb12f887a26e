import type { Call } from "./snippets.ts";

export function go({ url, headers, written }: Call): string {
  const rows = headers.map((header) => {
    const value = "variable" in header ? `os.Getenv(${text(header.variable)})` : text(header.value);
    return `\trequest.Header.Set(${text(header.name)}, ${value})\n`;
  });
  const body = JSON.stringify(written, null, 2).replaceAll("`", '` + "`" + `');
  return `package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := \`${body}\`
	request, err := http.NewRequest("POST", ${text(url)}, strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
${rows.join("")}	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer answer.Body.Close()
	if _, err := io.Copy(os.Stdout, answer.Body); err != nil {
		log.Fatal(err)
	}
}
`;
}

/** Strings of JSON are strings of Go. */
function text(value: string): string {
  return JSON.stringify(value);
}
