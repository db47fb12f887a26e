package dev.dovetail.codegen;

import java.util.ArrayList;
import java.util.List;

/** A handler for Express: {@code node createUser.js} runs it where Express is installed. */
final class NodejsExpress {
    private NodejsExpress() {}

    static List<GeneratedFile> files(Program program) {
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile(FileNames.javaScript(program.action()), handler(program), false));
        if (program.delegation() != null) {
            files.add(new GeneratedFile("engine.js", JavaScriptParts.ENGINE, true));
        }
        return files;
    }

    private static String handler(Program program) {
        return """
                // The handler of the action %s: app.post('/%s', handler), with express.json() before it.
                const express = require('express');
                %s%s
                class Refused extends Error {
                  constructor(message, code) {
                    super(message);
                    this.code = code;
                  }
                }

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

                const handler = async (req, res) => {
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

                module.exports = handler;

                if (require.main === module) {
                  const app = express();
                  app.use(express.json());
                  app.post('/%s', handler);
                  app.listen(process.env.PORT ?? 3000);
                }
                """.formatted(
                        program.action(),
                        program.action(),
                        JavaScriptParts.engine(program),
                        new ScriptTypes(program).documented(),
                        JavaScriptParts.advice(program),
                        new ScriptTypes(program).type(program.output()),
                        JavaScriptParts.body(program, "  return %s;"),
                        program.action());
    }
}
