package dev.keylint.lower.bicep;

import dev.keylint.bicep.Expression;
import dev.keylint.lower.LoadForm;
import dev.keylint.module.FolderListings;
import dev.keylint.module.Lookup;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the content of files in the place of the functions that load them; what is loaded knows its
/// place in the file it comes from.
final class Loads {
  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "us-ascii", StandardCharsets.US_ASCII,
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "utf-8", StandardCharsets.UTF_8,
          "utf-16", StandardCharsets.UTF_16LE,
          "utf-16BE", StandardCharsets.UTF_16BE);

  private final BicepUnit unit;
  private final BicepExpressions expressions;

  Loads(BicepUnit unit, BicepExpressions expressions) {
    this.unit = unit;
    this.expressions = expressions;
  }

  /// The content that a call asks for; empty when the function is none that loads.
  Optional<Expr> load(
      String function, List<Expression> arguments, BicepScope scope, Expression call) {
    List<Expr> given = function.startsWith("load") ? expressions.all(arguments, scope) : List.of();
    return switch (function) {
      case "loadTextContent" -> Optional.of(content(LoadForm.TEXT, given, 1, call));
      case "loadFileAsBase64" -> Optional.of(content(LoadForm.BASE64, given, 1, call));
      case "loadJsonContent" -> Optional.of(selected(LoadForm.JSON, given, call));
      case "loadYamlContent" -> Optional.of(selected(LoadForm.YAML, given, call));
      case "loadDirectoryFileInfo" -> Optional.of(folder(given, call));
      default -> Optional.empty();
    };
  }

  /// @param encoding the index of the argument that may name one
  private Expr content(LoadForm form, List<Expr> given, int encoding, Expression call) {
    Optional<String> path = constant(given, 0);
    if (path.isEmpty()) {
      return unit.wrong(
          "the path of a file to load is not known before the deployment", "path", call);
    }
    Optional<Charset> charset = constant(given, encoding).map(ENCODINGS::get);
    if (given.size() > encoding && charset.isEmpty()) {
      return unit.wrong("the encoding is none that Bicep knows", "encoding", call);
    }
    String reference = path.orElseThrow();
    Location at = unit.at(call);
    Lookup<Expr> found =
        unit.linker().file(reference, at).then(file -> unit.linker().content(file, form, charset));
    return switch (found) {
      case Lookup.Found<Expr>(var expr) -> expr;
      case Lookup.NotFound<Expr>(var why) -> {
        unit.report(why);
        yield why.kind() == Kind.MISSING_FILE || why.kind() == Kind.OUTSIDE_ROOT
            ? new Expr.MissingFile(reference, at)
            : new Expr.Unsupported("what `" + reference + "` holds", at);
      }
    };
  }

  /// JSON or YAML, of which a JSONPath may select a part.
  private Expr selected(LoadForm form, List<Expr> given, Expression call) {
    Expr content = content(form, given, 2, call);
    if (given.size() < 2 || content instanceof Expr.Unsupported) {
      return content;
    }
    return constant(given, 1)
        .map(path -> select(path, content, call))
        .orElseGet(
            () -> unit.wrong("the JSONPath is not known before the deployment", "JSONPath", call));
  }

  private Expr select(String path, Expr content, Expression call) {
    if (content instanceof Expr.MissingFile) {
      return content;
    }
    return switch (JsonPath.select(path, content)) {
      case JsonPath.Selected(var found) when found.isEmpty() ->
          unit.wrong("the JSONPath `" + path + "` finds nothing", "JSONPath", call);
      case JsonPath.Selected(var found) when found.size() == 1 -> found.getFirst();
      case JsonPath.Selected(var found) ->
          new Expr.ArrayExpr(
              found.stream().<Expr.Item>map(Expr.Item.Element::new).toList(), unit.at(call));
      case JsonPath.NotUnderstood _ ->
          unit.unsupported("the JSONPath `" + path + "` is not supported", "JSONPath", call);
    };
  }

  /// Name, extension and path of each file in a folder.
  private Expr folder(List<Expr> given, Expression call) {
    Optional<String> path = constant(given, 0);
    if (path.isEmpty()) {
      return unit.wrong("the path of a folder is not known before the deployment", "path", call);
    }
    String reference = path.orElseThrow();
    String pattern = constant(given, 1).orElse("*");
    return switch (unit.linker().files(reference, unit.at(call))) {
      case Lookup.Found<List<String>>(var files) -> {
        List<Expr.Item> items = new ArrayList<>();
        Wildcard wildcard = new Wildcard(pattern);
        if (files.size() > FolderListings.MAX_FILES) {
          unit.report(
              Kind.LIMIT,
              "the folder has more than " + FolderListings.MAX_FILES + " files",
              unit.at(call));
          yield new Expr.MissingFile(reference, unit.at(call));
        }
        for (String file : files) {
          if (wildcard.matches(file.substring(file.lastIndexOf('/') + 1))) {
            items.add(new Expr.Item.Element(info(file, unit.at(call))));
          }
        }
        yield new Expr.ArrayExpr(items, unit.at(call));
      }
      case Lookup.NotFound<List<String>>(var why) -> {
        unit.report(why);
        yield new Expr.MissingFile(reference, unit.at(call));
      }
    };
  }

  private static Expr info(String path, Location at) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return new Expr.ObjectExpr(
        List.of(
            entry("relativePath", path, at),
            entry("baseName", name, at),
            entry("extension", dot < 0 ? "" : name.substring(dot), at)),
        at);
  }

  private static Expr.Member entry(String key, String value, Location at) {
    return new Expr.Member.Entry(
        new Expr.StringLiteral(key, at), new Expr.StringLiteral(value, at), at);
  }

  private Optional<String> constant(List<Expr> given, int index) {
    return given.size() > index ? unit.constants().text(given.get(index)) : Optional.empty();
  }
}
