package dev.keylint.lower.azd;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.template.AskedParameter;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.Parameter;
import dev.keylint.template.StoredText;
import dev.keylint.text.GoText;
import dev.keylint.text.Location;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What azd makes of one value of its parameter file, for a parameter of a template: it puts
/// variables into the value's JSON text, then reads texts as the type that is wanted.
///
/// @param parameter what the template declares
/// @param substitution of the variables in this value
/// @param marks what the substitution could not put in
record AzdReading(Parameter parameter, Substitution substitution, Marked marks) {
  private static final Pattern WHOLE_DEFAULT =
      Pattern.compile("\\$\\{([A-Za-z0-9_]+)(?::?=|:-)(.*)\\}", Pattern.DOTALL);
  private static final String VAULT_SECRET = "akvs://";

  AzdResult of(Expr value) {
    if (value instanceof Expr.KeyVaultSecret(var vault, var name, var version, Location at)) {
      return new AzdResult.Value(
          new Expr.KeyVaultSecret(substituted(vault), substituted(name), version, at));
    }
    if (value instanceof Expr.StringLiteral(String text, Location at)) {
      return wantsJson() ? json(text, value) : text(text, at);
    }
    Optional<String> json = JsonText.of(value);
    if (json.isEmpty()) {
      return new AzdResult.Value(value);
    }
    return structure(json.orElseThrow(), value);
  }

  /// What a file of Azure Resource Manager's own gives is what it says; a number, a truth value or
  /// JSON in a text is for somebody who reads it, else it would be refused.
  static Expr plain(Expr value, Parameter parameter) {
    if (!(value instanceof Expr.StringLiteral(String text, Location at)) || text.isEmpty()) {
      return value;
    }
    Marked marks = new Marked();
    return switch (parameter.type()) {
      case BOOL -> GoText.bool(text).<Expr>map(it -> new Expr.BoolLiteral(it, at)).orElse(value);
      case INT -> {
        OptionalLong number = GoText.integer(text);
        yield number.isPresent() ? new Expr.IntLiteral(number.orElseThrow(), at) : value;
      }
      case ARRAY, OBJECT ->
          JsonReader.readStrictly(text)
              .map(it -> new JsonText(marks, false).read(it, value))
              .orElse(value);
      case STRING, ANY -> value;
    };
  }

  private boolean wantsJson() {
    return parameter.type() == Parameter.Type.ARRAY || parameter.type() == Parameter.Type.OBJECT;
  }

  /// A text where an array or object is due is JSON when the variables are in it.
  private AzdResult json(String text, Expr before) {
    Optional<String> replaced = substitution.of(text);
    if (replaced.isEmpty()) {
      return new AzdResult.Refused("can't be substituted");
    }
    String result = replaced.orElseThrow();
    if (result.isEmpty() && !substitution.unset().isEmpty()) {
      return new AzdResult.NotGiven("");
    }
    if (Marked.hasHole(result)) {
      Expr unread = marks.expr(result, false, before.at());
      return new AzdResult.Json(unread, otherwise(before.at()));
    }
    return parsed(result, before)
        .map(AzdReading::unlessNull)
        .orElseGet(() -> new AzdResult.Refused(AzdResult.NO_JSON, meant(text, before)));
  }

  private static AzdResult unlessNull(Expr value) {
    return value instanceof Expr.NullLiteral
        ? new AzdResult.NotGiven("")
        : new AzdResult.Value(value);
  }

  private Optional<Expr> parsed(String json, Expr before) {
    return JsonReader.readStrictly(Marked.plain(json))
        .map(it -> new JsonText(marks, Marked.hasGiven(json)).read(it, before));
  }

  /// The JSON of a default that azd ends at its first closing brace.
  private Optional<Expr> meant(String text, Expr before) {
    Matcher whole = WHOLE_DEFAULT.matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    return substitution
        .given(whole.group(1))
        .or(() -> substitution.of(whole.group(2)))
        .filter(json -> !Marked.hasHole(json))
        .flatMap(json -> parsed(json, before));
  }

  /// Numbers, arrays and the like: all texts in them are substituted, keys included.
  private AzdResult structure(String json, Expr value) {
    if (json.indexOf('$') < 0 && json.indexOf('\\') < 0) {
      return unlessNull(value);
    }
    return substitution
        .of(json)
        .flatMap(text -> read(text, value))
        .<AzdResult>map(AzdResult.Value::new)
        .orElseGet(() -> new AzdResult.Refused("can't be substituted"));
  }

  private Optional<Expr> read(String text, Expr before) {
    Optional<JsonValue> marked = member(text);
    return marked.isPresent()
        ? marked.map(it -> new JsonText(marks, false).read(it, before))
        : member(Marked.plain(text))
            .map(it -> new JsonText(marks, Marked.hasGiven(text)).read(it, before));
  }

  /// The value in `{"value": …}`, which is what azd reads: a variable may end it and begin others.
  private static Optional<JsonValue> member(String value) {
    return JsonReader.readStrictly("{\"value\":" + value + "}")
        .filter(JsonObject.class::isInstance)
        .flatMap(object -> ((JsonObject) object).value("value"));
  }

  private AzdResult text(String text, Location at) {
    StringBuilder json = new StringBuilder();
    GoText.quoted(text, json);
    String written = json.toString();
    if (written.indexOf('$') < 0 && written.indexOf('\\') < 0) {
      return typed(text, at);
    }
    Optional<Expr> read =
        substitution.of(written).flatMap(it -> read(it, new Expr.StringLiteral(text, at)));
    if (read.isEmpty()) {
      return new AzdResult.Refused("can't be substituted");
    }
    return known(read.orElseThrow())
        .map(known -> typed(known, read.orElseThrow()))
        .orElseGet(() -> new AzdResult.Value(unknown(read.orElseThrow())));
  }

  private AzdResult typed(String text, Location at) {
    return typed(text, new Expr.StringLiteral(text, at));
  }

  /// A text as the parameter wants it.
  ///
  /// @param value the same text, hidden if the user gave it
  private AzdResult typed(String text, Expr value) {
    Location at = value.at();
    if (text.isEmpty() && !substitution.unset().isEmpty()) {
      return new AzdResult.NotGiven("");
    }
    return switch (parameter.type()) {
      case BOOL ->
          GoText.bool(text)
              .<AzdResult>map(it -> new AzdResult.Value(new Expr.BoolLiteral(it, at)))
              .orElseGet(() -> misfit(text, value));
      case INT -> {
        OptionalLong number = GoText.integer(text);
        yield number.isPresent()
            ? new AzdResult.Value(new Expr.IntLiteral(number.orElseThrow(), at))
            : misfit(text, value);
      }
      case STRING ->
          text.isEmpty() && !hasDefault() ? new AzdResult.NotGiven("") : string(text, value);
      case OBJECT, ARRAY, ANY -> string(text, value);
    };
  }

  /// An empty default is none to azd.
  private boolean hasDefault() {
    return parameter
        .defaultValue()
        .filter(it -> !(it instanceof Expr.StringLiteral(String text, _) && text.isEmpty()))
        .isPresent();
  }

  private AzdResult misfit(String text, Expr value) {
    String shown = value instanceof Expr.StringLiteral ? "`" + text + "`" : "what is given";
    return new AzdResult.NotGiven(
        shown + " is no " + parameter.type().name().toLowerCase(Locale.ROOT));
  }

  private AzdResult string(String text, Expr value) {
    if (parameter.secure() && text.startsWith(VAULT_SECRET)) {
      String[] names = text.substring(VAULT_SECRET.length()).split("/", -1);
      return names.length == 3
          ? new AzdResult.Value(secret(names[1], names[2], value.at()))
          : new AzdResult.Refused("is no reference to a secret: akvs://SUBSCRIPTION/VAULT/SECRET");
    }
    return new AzdResult.Value(value);
  }

  private static Expr secret(String vault, String name, Location at) {
    return SecretCommand.secret(
        new Expr.StringLiteral(vault, at), new Expr.StringLiteral(name, at), at);
  }

  private Expr substituted(Expr value) {
    return value instanceof Expr.StringLiteral(String text, Location at) && text.contains("$")
        ? substitution
            .of(text)
            .map(it -> marks.expr(it, false, at))
            .orElseGet(() -> new Expr.Unsupported("the substitution in `" + text + "`", at))
        : value;
  }

  /// The text of a value all of which is known.
  private static Optional<String> known(Expr value) {
    return GivenText.shown(value) instanceof Expr.StringLiteral(String text, _)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// A text that only the deployment knows, as the type that is wanted.
  private Expr unknown(Expr value) {
    return switch (parameter.type()) {
      case BOOL, INT -> StoredText.parsed(value, parameter.type(), otherwise(value.at()));
      case STRING ->
          !substitution.outputs().isEmpty() && !hasDefault() && mayBeEmpty(value)
              ? StoredText.parsed(value, Parameter.Type.STRING, otherwise(value.at()))
              : value;
      case OBJECT, ARRAY, ANY -> value;
    };
  }

  private static boolean mayBeEmpty(Expr value) {
    return !(value instanceof Expr.Interpolation text
        && text.parts().stream().anyMatch(Expr.StringLiteral.class::isInstance));
  }

  /// What counts where no value is given.
  private Expr otherwise(Location at) {
    return parameter.defaultValue().isPresent() || parameter.nullable()
        ? new Expr.NullLiteral(at)
        : AskedParameter.of(parameter);
  }
}
