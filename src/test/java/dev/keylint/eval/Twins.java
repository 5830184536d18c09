package dev.keylint.eval;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.resource.Estate;
import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether two templates deploy the same: resources, outputs, and the existing resources of the
/// second among those of the first.
final class Twins {
  private Twins() {}

  /// The first difference; empty when there is none.
  static Optional<String> difference(Template bicep, Template json, Arguments arguments) {
    Estate left = expand(bicep, json, arguments);
    Estate right = expand(json, json, arguments);
    return first("resources", Shown.resources(left, false), Shown.resources(right, false))
        .or(() -> first("outputs", Shown.explainedOutputs(left), Shown.explainedOutputs(right)))
        .or(() -> missing(Shown.resources(left, true), Shown.resources(right, true)));
  }

  private static Estate expand(Template template, Template parameters, Arguments arguments) {
    return new Evaluator(RoleNames.NONE)
        .expand(template, arguments.of(parameters), DeploymentContext.NONE, Limits.DEFAULT);
  }

  private static Optional<String> first(String what, List<String> left, List<String> right) {
    List<String> onlyLeft = new ArrayList<>(left);
    List<String> onlyRight = new ArrayList<>(right);
    right.forEach(onlyLeft::remove);
    left.forEach(onlyRight::remove);
    if (onlyLeft.isEmpty() && onlyRight.isEmpty()) {
      return Optional.empty();
    }
    String counts = onlyLeft.size() + " of " + left.size() + ", " + onlyRight.size();
    String title = what + ": " + counts + " of " + right.size() + " without a twin";
    return Optional.of(title + "\n" + narrowed(onlyLeft, onlyRight));
  }

  private static Optional<String> missing(List<String> left, List<String> right) {
    List<String> rest = new ArrayList<>(right);
    left.forEach(rest::remove);
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of("existing: " + rest.size() + "\n" + narrowed(left, rest));
  }

  /// The surroundings of the first difference between the two lines that share the longest start.
  private static String narrowed(List<String> left, List<String> right) {
    String a = "";
    String b = "";
    int longest = -1;
    for (String one : left.stream().limit(50).toList()) {
      for (String other : right.stream().limit(50).toList()) {
        int shared = shared(one, other);
        if (shared > longest) {
          longest = shared;
          a = one;
          b = other;
        }
      }
    }
    if (longest < 0) {
      return left.isEmpty()
          ? "  only right: " + cut(right.getFirst(), 0)
          : "  only left: " + cut(left.getFirst(), 0);
    }
    int from = Math.max(0, longest - 160);
    return "  left:  " + cut(a, from) + "\n  right: " + cut(b, from);
  }

  private static String cut(String text, int from) {
    return text.substring(from, Math.min(text.length(), from + 420));
  }

  private static int shared(String left, String right) {
    int i = 0;
    while (i < left.length() && i < right.length() && left.charAt(i) == right.charAt(i)) {
      i++;
    }
    return i;
  }
}
