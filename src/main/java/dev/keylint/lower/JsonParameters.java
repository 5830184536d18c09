package dev.keylint.lower;

import dev.keylint.json.JsonObject;
import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.ParameterFile;
import java.util.Map;
import java.util.Optional;

/// Parameter files in JSON, azd's among them.
final class JsonParameters {
  private JsonParameters() {}

  /// The parameters that a JSON file holds; empty when it is something else.
  ///
  /// The environment of the scan is not asked for `${VAR}`: it belongs to the pipeline, the file to
  /// a stranger.
  static Optional<ParameterFile> of(TemplateLoader loader, WorkspaceFile file) {
    if (loader.parsed(file)
        instanceof
        Lookup.Found<ParsedFile>(ParsedFile.Json(var source, Optional<JsonObject> root, _))) {
      return root.filter(ArmParameterFile::isParameterFile)
          .map(object -> ArmParameterFile.lower(source, object, Map.of()));
    }
    return Optional.empty();
  }
}
