package dev.keylint.lower.azd;

import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.Parameter;
import dev.keylint.text.Location;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Teams Toolkit makes of a value of its parameter file: it puts variables in for `${{NAME}}`,
/// and refuses to deploy while one has no value.
///
/// A parameter that consists of a variable nobody gave counts as not given; within a text such a
/// variable is unknown, since it is never empty.
record TeamsReading(
    Parameter parameter, Substitution read, Marked marks, Function<String, AzdVariable> variables) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?<!\\$)\\$\\{\\{ *([a-zA-Z_][a-zA-Z0-9_]*) *\\}\\}");

  static boolean isTeams(String text) {
    return PLACEHOLDER.matcher(text).find();
  }

  AzdResult of(Expr value) {
    if (value instanceof Expr.StringLiteral(String text, _)) {
      Matcher whole = PLACEHOLDER.matcher(text);
      if (whole.matches() && variables.apply(whole.group(1)) instanceof AzdVariable.Unset) {
        read.unset().add(whole.group(1));
        return new AzdResult.NotGiven("");
      }
    }
    Expr put = substituted(value);
    return new AzdResult.Value(
        switch (parameter.type()) {
          case BOOL, INT ->
              AzdReading.plain(GivenText.shown(put), parameter) instanceof Expr.StringLiteral
                  ? put
                  : AzdReading.plain(GivenText.shown(put), parameter);
          case STRING, ARRAY, OBJECT, ANY -> put;
        });
  }

  private Expr substituted(Expr value) {
    return switch (value) {
      case Expr.StringLiteral(String text, Location at) when isTeams(text) ->
          marks.expr(PLACEHOLDER.matcher(text).replaceAll(it -> put(it.group(1), at)), false, at);
      case Expr.ArrayExpr(List<Expr.Item> items, Location at) ->
          new Expr.ArrayExpr(items.stream().map(this::item).toList(), at);
      case Expr.ObjectExpr(List<Expr.Member> members, Location at) ->
          new Expr.ObjectExpr(members.stream().map(this::member).toList(), at);
      case Expr.KeyVaultSecret(Expr vault, Expr name, var version, Location at) ->
          new Expr.KeyVaultSecret(substituted(vault), substituted(name), version, at);
      case Expr other -> other;
    };
  }

  private String put(String name, Location at) {
    String text =
        switch (variables.apply(name)) {
          case AzdVariable.Given(String given) -> {
            read.used().add(name);
            yield Marked.given(given);
          }
          case AzdVariable.There(Expr value, _) -> marks.hole(value);
          case AzdVariable.Unset() -> {
            read.unset().add(name);
            yield marks.hole(AzdVariables.input(name, at));
          }
        };
    return Matcher.quoteReplacement(text);
  }

  private Expr.Item item(Expr.Item item) {
    return switch (item) {
      case Expr.Item.Element(Expr value) -> new Expr.Item.Element(substituted(value));
      case Expr.Item.Spread spread -> spread;
    };
  }

  private Expr.Member member(Expr.Member member) {
    return switch (member) {
      case Expr.Member.Entry(Expr key, Expr value, Location at) ->
          new Expr.Member.Entry(substituted(key), substituted(value), at);
      case Expr.Member.Spread spread -> spread;
      case Expr.Member.Unread unread -> unread;
    };
  }
}
