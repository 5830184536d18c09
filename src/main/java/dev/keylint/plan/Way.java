package dev.keylint.plan;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.CallPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The way from a root to a declaration: the calls, and the declaration itself as the last step.
///
/// Ways through the same call share its step.
record Way(List<Step> steps) {
  Way {
    steps = List.copyOf(steps);
  }

  /// A declaration, and the template that it stands in.
  record Step(Template template, Declaration declaration) {
    /// What its loop runs over.
    Optional<Expr> over() {
      return declaration.loop().map(Step::over);
    }

    /// Whether its loop turns as often as a number says.
    boolean isCounted() {
      return declaration
          .loop()
          .filter(
              loop -> loop.collection().map(Step::isRange).orElseGet(() -> !isLength(loop.count())))
          .isPresent();
    }

    /// ARM writes only how often, mostly as a length; both languages count by `range`.
    private static Expr over(Loop loop) {
      Expr source = loop.collection().orElseGet(loop::count);
      if (!(source instanceof Expr.Call(_, var function, var arguments, _))) {
        return source;
      }
      return switch (function.toLowerCase(Locale.ROOT)) {
        case "length", "items" -> arguments.size() == 1 ? arguments.getFirst() : source;
        case "range" -> arguments.size() == 2 ? arguments.getLast() : source;
        default -> source;
      };
    }

    private static boolean isLength(Expr count) {
      return count instanceof Expr.Call(_, var function, _, _)
          && function.equalsIgnoreCase("length");
    }

    private static boolean isRange(Expr collection) {
      return collection instanceof Expr.Call(_, var function, _, _)
          && function.equalsIgnoreCase("range");
    }
  }

  /// One step further.
  Way then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Way(longer);
  }

  Step step(int index) {
    return steps.get(index);
  }

  int size() {
    return steps.size();
  }

  CallPath path() {
    return new CallPath(steps.stream().map(it -> it.declaration().at()).toList());
  }

  /// The path of the calls up to and with a step.
  CallPath path(int index) {
    return new CallPath(
        steps.subList(0, index + 1).stream().map(it -> it.declaration().at()).toList());
  }

  /// The step in whose template the parameters and variables are that a step's expressions see.
  int environment(int index) {
    int seen = index;
    while (seen > 0 && call(seen).content() instanceof Content.Outer) {
      seen--;
    }
    return seen;
  }

  /// The variables that a step's expressions see.
  List<Variable> variables(int index) {
    return steps.get(environment(index)).template().variables();
  }

  /// The call around a step's template.
  Declaration.Deployment call(int index) {
    if (steps.get(index - 1).declaration() instanceof Declaration.Deployment call) {
      return call;
    }
    throw new IllegalStateException("only a deployment has something in it");
  }

  /// What the call around a step's template gives for a parameter.
  Optional<Argument> argument(int index, String parameter) {
    return index == 0 ? Optional.empty() : find(call(index).arguments(), parameter);
  }

  static Optional<Argument> find(List<Argument> arguments, String name) {
    return arguments.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
  }
}
