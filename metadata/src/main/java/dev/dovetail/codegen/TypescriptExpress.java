package dev.dovetail.codegen;

import java.util.ArrayList;
import java.util.List;

/** A handler for Express in TypeScript. */
final class TypescriptExpress {
    private static final String ENGINE = """
            // Asks the engine, at HASURA_GRAPHQL_ENDPOINT (otherwise http://localhost:8080), on behalf of the caller.
            // With HASURA_GRAPHQL_ADMIN_SECRET the caller's role counts, and permissions for backends only.
            export interface Answer {
              data?: any;
              errors?: Array<{ message: string; extensions?: { code?: string } }>;
            }

            export async function ask(
              operation: string,
              variables: object,
              session: Record<string, string>,
            ): Promise<Answer> {
              const endpoint = (process.env.HASURA_GRAPHQL_ENDPOINT ?? 'http://localhost:8080').replace(/\\/+$/, '');
              const secret = process.env.HASURA_GRAPHQL_ADMIN_SECRET;
              const trusted: Record<string, string> = secret
                ? { ...session, 'x-hasura-admin-secret': secret, 'x-hasura-use-backend-only-permissions': 'true' }
                : {};
              const response = await fetch(`${endpoint}/v1/graphql`, {
                method: 'POST',
                headers: { 'content-type': 'application/json', ...trusted },
                body: JSON.stringify({ query: operation, variables }),
              });
              return (await response.json()) as Answer;
            }
            """;

    private TypescriptExpress() {}

    static List<GeneratedFile> files(Program program) {
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile(FileNames.typeScript(program.action()), handler(program), false));
        if (program.delegation() != null) {
            files.add(new GeneratedFile("engine.ts", ENGINE, true));
        }
        return files;
    }

    private static String handler(Program program) {
        var delegation = program.delegation();
        var types = new ScriptTypes(program);
        return """
                // The handler of the action %s: app.post('/%s', handler), with express.json() before it.
                import type { Request, Response } from 'express';
                %s%s
                export class Refused extends Error {
                  constructor(
                    message: string,
                    readonly code: string = 'refused',
                  ) {
                    super(message);
                  }
                }

                /** %s "throw new Refused(message, code)" refuses the call. */
                async function handle(
                  input: Arguments,
                  session: Record<string, string>,
                ): Promise<%s> {
                %s
                }

                export const handler = async (req: Request, res: Response) => {
                  try {
                    res.json(await handle(req.body.input, req.body.session_variables));
                  } catch (error) {
                    const refused = error instanceof Refused;
                    if (!refused) console.error(error);
                    res.status(refused ? 400 : 500).json({
                      message: refused ? error.message : 'the handler failed',
                      extensions: { code: refused ? error.code : 'unexpected' },
                    });
                  }
                };
                """.formatted(
                        program.action(),
                        program.action(),
                        delegation == null
                                ? ""
                                : "import { ask } from './engine';\n\nconst OPERATION = "
                                        + Literals.template(delegation.operation()) + ";\n",
                        types.declared(),
                        JavaScriptParts.advice(program),
                        types.type(program.output()),
                        JavaScriptParts.body(program, "  return %s;"));
    }
}
