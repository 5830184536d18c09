package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Declaration;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A value supplied for a parameter, not yet evaluated.
///
/// @param frame what the argument's expression sees: the caller, or the parameter file
/// @param kind by which way it comes
record Given(Declaration.Argument argument, Frame frame, Origin.Kind kind) {

  /// All arguments by the name of their parameter in lower case; one without a parameter is
  /// reported.
  static Map<String, Given> all(
      List<Declaration.Argument> arguments, Frame frame, Origin.Kind kind, TemplateIndex template) {
    Map<String, Given> given = HashMap.newHashMap(arguments.size());
    for (Declaration.Argument argument : arguments) {
      if (template.parameter(argument.name()).isEmpty()) {
        String message = "the template has no parameter `" + argument.name() + "`";
        frame.run().report(Diagnostic.of(Diagnostic.Kind.NOTE, message, argument.at()));
      }
      given.put(argument.name().toLowerCase(Locale.ROOT), new Given(argument, frame, kind));
    }
    return given;
  }
}
