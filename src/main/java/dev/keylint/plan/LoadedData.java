package dev.keylint.plan;

import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.lower.arm.LiteralJson;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Files that hold plain data, as expressions located in them.
final class LoadedData {
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.\\d{1,30}|\\d{1,30}(\\.\\d{0,30})?)([eE][-+]?\\d{1,3})?");

  private LoadedData() {}

  /// The content of a JSON file; brackets in its texts mean nothing.
  static Lookup<Expr> json(TextFile file) {
    JsonResult result = JsonReader.read(file.source());
    return result
        .value()
        .<Lookup<Expr>>map(value -> new Lookup.Found<>(LiteralJson.of(file.source(), value)))
        .orElseGet(() -> new Lookup.NotFound<>(result.diagnostics().getFirst()));
  }

  /// The content of a YAML file; plain texts that look like numbers or truth values are such.
  static Lookup<Expr> yaml(TextFile file) {
    YamlFile result = YamlReader.readData(file.source());
    Optional<Diagnostic> incomplete =
        result.diagnostics().stream().filter(found -> found.kind().incomplete()).findFirst();
    if (incomplete.isPresent()) {
      return new Lookup.NotFound<>(incomplete.orElseThrow());
    }
    Location.InFile whole = new Location.InFile(file.source(), new Span(0, 0));
    return new Lookup.Found<>(
        result.root().map(LoadedData::expr).orElseGet(() -> new Expr.NullLiteral(whole)));
  }

  /// A node as an expression; plain texts that look like numbers or truth values are such.
  static Expr expr(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping(var entries, var at) ->
          new Expr.ObjectExpr(entries.stream().map(LoadedData::member).toList(), at);
      case YamlNode.Sequence(var items, var at) ->
          new Expr.ArrayExpr(
              items.stream().<Expr.Item>map(item -> new Expr.Item.Element(expr(item))).toList(),
              at);
      case YamlNode.Scalar scalar when scalar.quoted() ->
          new Expr.StringLiteral(scalar.text(), scalar.at());
      case YamlNode.Scalar(var text, _, var at) -> plain(text, at);
    };
  }

  private static Expr.Member member(YamlNode.Entry entry) {
    Location.InFile key = entry.key().at();
    Span whole = key.span().to(entry.value().at().span());
    return new Expr.Member.Entry(
        new Expr.StringLiteral(entry.key().text(), key),
        expr(entry.value()),
        new Location.InFile(key.source(), whole));
  }

  private static Expr plain(String text, Location at) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Expr.NullLiteral(at);
      case "true", "True", "TRUE" -> new Expr.BoolLiteral(true, at);
      case "false", "False", "FALSE" -> new Expr.BoolLiteral(false, at);
      default -> number(text, at).orElseGet(() -> new Expr.StringLiteral(text, at));
    };
  }

  private static Optional<Expr> number(String text, Location at) {
    if (INTEGER.matcher(text).matches()) {
      return Optional.of(new Expr.IntLiteral(Long.parseLong(text), at));
    }
    return FRACTION.matcher(text).matches()
        ? Optional.of(new Expr.DecimalLiteral(new BigDecimal(text), at))
        : Optional.empty();
  }
}
