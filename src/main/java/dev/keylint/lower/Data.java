package dev.keylint.lower;

import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.ArmValues.Strings;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;

/// Files that hold plain data, as expressions located in them.
final class Data {
  private Data() {}

  /// The content of a JSON file; brackets in its texts mean nothing.
  static Lookup<Expr> json(TextFile file) {
    JsonResult result = JsonReader.read(file.source());
    return result
        .value()
        .<Lookup<Expr>>map(value -> new Lookup.Found<>(expr(file.source(), value)))
        .orElseGet(() -> new Lookup.NotFound<>(result.diagnostics().getFirst()));
  }

  /// The content of a YAML file.
  static Lookup<Expr> yaml(TextFile file) {
    Location whole = new Location.WholeFile(file.source().path());
    return new Lookup.NotFound<>(
        Diagnostic.of(Kind.UNSUPPORTED, "YAML files cannot be loaded yet", whole));
  }

  private static Expr expr(Source source, JsonValue value) {
    return new ArmValues(Strings.LITERAL, false, new ArmProblems(source)).value(value);
  }
}
