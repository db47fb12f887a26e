package dev.dovetail.codegen;

import java.util.ArrayList;
import java.util.List;

/** A handler for Node.js alone: {@code node createUser.js} runs it. */
final class Nodejs {
    private static final String SERVER = """
            // Serves handlers of actions, each at /ACTION. The same for every action; nothing has to be changed.
            const http = require('node:http');

            // Throw it to refuse a call; the message reaches the client.
            class Refused extends Error {
              constructor(message, code) {
                super(message);
                this.code = code;
              }
            }

            async function answer(request, handlers) {
              const handler = handlers[request.url.split('?')[0].split('/').pop()];
              if (handler === undefined) {
                return [404, { message: 'there is no such action', extensions: { code: 'not-found' } }];
              }
              try {
                const parts = [];
                for await (const part of request) parts.push(part);
                const call = JSON.parse(Buffer.concat(parts).toString('utf8'));
                return [200, await handler(call.input ?? {}, call.session_variables ?? {})];
              } catch (error) {
                if (error instanceof Refused) {
                  return [400, { message: error.message, extensions: { code: error.code } }];
                }
                console.error(error);
                return [500, { message: 'the handler failed', extensions: { code: 'unexpected' } }];
              }
            }

            // At the port that the variable PORT says, otherwise 3000.
            function serve(handlers) {
              const port = Number(process.env.PORT ?? 3000);
              const server = http.createServer(async (request, response) => {
                const [status, body] = await answer(request, handlers);
                response.writeHead(status, { 'content-type': 'application/json' });
                response.end(JSON.stringify(body ?? null));
              });
              server.listen(port, () => {
                console.log(`Serving ${Object.keys(handlers)} at port ${server.address().port}`);
              });
              return server;
            }

            module.exports = { serve, Refused };
            """;

    private Nodejs() {}

    static List<GeneratedFile> files(Program program) {
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile(FileNames.javaScript(program.action()), handler(program), false));
        files.add(new GeneratedFile("actionServer.js", SERVER, true));
        if (program.delegation() != null) {
            files.add(new GeneratedFile("engine.js", JavaScriptParts.ENGINE, true));
        }
        return files;
    }

    private static String handler(Program program) {
        return """
                // The handler of the action %s. "node %s" serves it alone; PORT says where.
                const { serve, Refused } = require('./actionServer.js');
                %s%s
                /**
                 * %s "throw new Refused(message, code)" refuses the call.
                 *
                 * @param {Arguments} input
                 * @param {Record<string, string>} session
                 * @returns {Promise<%s>}
                 */
                async function handle(input, session) {
                %s
                }

                module.exports = handle;

                if (require.main === module) {
                  serve({ %s: handle });
                }
                """.formatted(
                        program.action(),
                        FileNames.javaScript(program.action()),
                        JavaScriptParts.engine(program),
                        new ScriptTypes(program).documented(),
                        JavaScriptParts.advice(program),
                        new ScriptTypes(program).type(program.output()),
                        JavaScriptParts.body(program, "  return %s;"),
                        program.action());
    }
}
