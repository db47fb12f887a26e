package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.HeaderCodec;
import dev.dovetail.metadata.HeaderConf;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.Out;
import dev.dovetail.openapi.ImportMerge;
import dev.dovetail.openapi.Imported;
import dev.dovetail.openapi.OpenApiImport;
import dev.dovetail.openapi.Wishes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import tools.jackson.databind.JsonNode;

/** Descriptions of REST services as actions: what they would become, and making them. */
final class OpenApiCommands {
    private OpenApiCommands() {}

    static Question preview(JsonNode args, Path path) {
        var imported = read(Fields.of("PreviewOpenApi", args, path));
        return _ -> Out.object()
                .fullList("actions", imported.actions(), action -> action)
                .put("custom_types", imported.types())
                .fullList("remarks", imported.remarks(), Json::string)
                .done();
    }

    record Import(Imported imported, boolean replace) implements Command {
        static Import decode(JsonNode args, Path path) {
            var fields = Fields.of("ImportOpenApi", args, path);
            return new Import(read(fields), fields.flag("replace", false));
        }

        @Override
        public Metadata apply(Metadata metadata, Facts facts) {
            try {
                return ImportMerge.into(metadata, imported, replace);
            } catch (IllegalArgumentException e) {
                throw new ApiException(ErrorCode.ALREADY_EXISTS, Path.ROOT, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Verdict verdict() {
            return new Verdict.NothingNew();
        }

        @Override
        public JsonNode answer(Metadata before, Candidate after) {
            return Out.object()
                    .put("message", "success")
                    .fullList("actions", imported.actions(), action -> action.path("name"))
                    .fullList("remarks", imported.remarks(), Json::string)
                    .done();
        }
    }

    /** {@code document} is the text, or the JSON itself. */
    private static Imported read(Fields fields) {
        var document = fields.required("document");
        var headers = new LinkedHashMap<String, String>();
        for (var header : fields.list("headers", HeaderCodec::decode)) {
            if (header instanceof HeaderConf.FromEnv(var name, var variable)) {
                headers.put(name, variable);
            } else {
                throw Fields.fail(fields.path("headers"), "the value of a header comes from the environment here");
            }
        }
        var prefix = fields.optionalString("prefix");
        var wishes = new Wishes(
                fields.optionalString("base_url"),
                new LinkedHashSet<>(fields.list("only", Fields::text)),
                prefix == null ? "" : prefix,
                headers,
                fields.flag("forward_client_headers", false));
        try {
            return document.isString()
                    ? OpenApiImport.of(document.stringValue(), wishes)
                    : OpenApiImport.of(document, wishes);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ErrorCode.INVALID_PARAMS, fields.path("document"), String.valueOf(e.getMessage()));
        }
    }
}
