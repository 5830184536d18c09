package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Identifier;
import dev.keylint.lower.SimilarKeys;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Parameters or outputs whose names differ by case only. Bicep tells them apart; in the template
/// that it makes they are keys of one object, and Azure does not.
final class SimilarNames {
  private final BicepUnit unit;
  private final Set<String> parameters;
  private final Set<String> outputs;

  /// Says so of those of a file.
  SimilarNames(BicepUnit unit) {
    this.unit = unit;
    List<Identifier> parameterNames = new ArrayList<>();
    List<Identifier> outputNames = new ArrayList<>();
    for (Declaration declaration : unit.file().declarations()) {
      if (declaration instanceof Declaration.Parameter parameter) {
        parameterNames.add(parameter.name());
      } else if (declaration instanceof Declaration.Output output) {
        outputNames.add(output.name());
      }
    }
    this.parameters = said(parameterNames);
    this.outputs = said(outputNames);
  }

  /// The default of a parameter, unless which parameter it is is not known.
  Expr parameter(Identifier name, Expr standard) {
    return value(parameters, name, standard);
  }

  /// The same for an output.
  Expr output(Identifier name, Expr value) {
    return value(outputs, name, value);
  }

  private Expr value(Set<String> similar, Identifier name, Expr value) {
    return similar.contains(name.name().toLowerCase(Locale.ROOT))
        ? new Expr.Unsupported("the choice between several `" + name.name() + "`", unit.at(name))
        : value;
  }

  private Set<String> said(List<Identifier> names) {
    Set<String> similar =
        SimilarKeys.in(names.stream().filter(it -> !it.isMissing()).map(Identifier::name).toList());
    Set<String> open = new HashSet<>(similar);
    for (Identifier name : names) {
      if (open.remove(name.name().toLowerCase(Locale.ROOT))) {
        unit.report(SimilarKeys.diagnostic(Kind.UNSUPPORTED, name.name(), unit.at(name)));
      }
    }
    return similar;
  }
}
