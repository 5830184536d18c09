package dev.keylint.value;

import java.util.List;
import java.util.stream.Collectors;

/// Values for people: what is known stands as it is, what is not stands in braces by its name.
///
/// `'https://${name}.openai.azure.com'` with an unknown parameter is shown as
/// `https://{name}.openai.azure.com`. Two values that are shown alike need not be the same:
/// `NormalForm` is for comparing.
public final class Shown {
  private Shown() {}

  /// A value in a sentence; a secret is never shown.
  public static String text(Value value) {
    if (value.origin().secret()) {
      return "***";
    }
    return value instanceof Value.Unknown(Term term, _, _) ? term(term) : NormalForm.plain(value);
  }

  private static String term(Term term) {
    return switch (term) {
      case Term.Concat(List<Value> parts) ->
          parts.stream().map(Shown::text).collect(Collectors.joining());
      case Term.Call(String function, List<Value> arguments) when function.equals("parameters") ->
          "{" + NormalForm.plain(arguments.getFirst()) + "}";
      case Term.Call(String function, _) -> "{" + function + "(…)}";
      case Term.Access(_, List<Value> path) -> "{" + NormalForm.path(path) + "}";
      case Term.Lambda _ -> "{lambda}";
    };
  }
}
