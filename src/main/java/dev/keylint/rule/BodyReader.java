package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the variables and validations of a rule.
final class BodyReader {
  /// Each takes the type checker some time, and no rule for people comes near.
  private static final int MOST = 100;

  private static final int LONGEST_MESSAGE = 1_000;

  private final Fields rule;
  private final CelChecker.Names names;
  private final List<Diagnostic> diagnostics;

  BodyReader(Fields rule, CelChecker.Names names) {
    this.rule = rule;
    this.names = names;
    this.diagnostics = rule.diagnostics();
  }

  Optional<Formula> check(YamlNode.Scalar scalar, CelChecker.Wanted wanted) {
    return names.check(CelText.expression(scalar), wanted, diagnostics);
  }

  List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    if (rule.items("variables").size() > MOST) {
      rule.report("a rule may have " + MOST + " variables", rule.at());
      return variables;
    }
    Set<String> seen = new HashSet<>();
    for (YamlNode node : rule.items("variables")) {
      Fields.of(node, "variables", Keys.VARIABLE, diagnostics)
          .ifPresent(fields -> {
            String name = fields.requiredText("name");
            if (!seen.add(name)) {
              fields.report("the variable `" + name + "` comes twice", fields.at());
            }
            fields
                .requiredScalar("expression")
                .flatMap(it -> names.declare(name, CelText.expression(it), diagnostics))
                .ifPresent(formula -> variables.add(new Variable(name, formula)));
          });
    }
    return variables;
  }

  List<Validation> validations() {
    List<Validation> validations = new ArrayList<>();
    if (rule.items("validations").size() > MOST) {
      rule.report("a rule may have " + MOST + " validations", rule.at());
      return validations;
    }
    for (YamlNode node : rule.items("validations")) {
      Fields.of(node, "validations", Keys.VALIDATION, diagnostics)
          .flatMap(this::validation)
          .ifPresent(validations::add);
    }
    if (rule.required("validations").isPresent() && rule.items("validations").isEmpty()) {
      rule.report("`validations` needs at least one", rule.at());
    }
    return validations;
  }

  private Optional<Validation> validation(Fields fields) {
    Optional<Formula> expression =
        fields.requiredScalar("expression").flatMap(it -> check(it, CelChecker.Wanted.BOOL));
    Optional<Formula> at = fields.scalar("at").flatMap(it -> check(it, CelChecker.Wanted.PATH));
    Optional<Message> message = message(fields);
    Optional<Severity> severity =
        fields.scalar("severity").flatMap(it -> MetadataReader.severity(fields, it));
    Optional<Double> score = severity.flatMap(it -> MetadataReader.score(fields, it));
    if (severity.isEmpty() && fields.node("security-severity").isPresent()) {
      fields.report("`security-severity` needs `severity` beside it", fields.at());
    }
    List<Validation.Related> related = related(fields);
    return expression.isEmpty() || message.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Validation(
                expression.orElseThrow(),
                at,
                message.orElseThrow(),
                related,
                severity,
                score,
                new FixReader(names, diagnostics).read(fields),
                fields.texts("replaces")));
  }

  private List<Validation.Related> related(Fields validation) {
    List<Validation.Related> related = new ArrayList<>();
    for (YamlNode node : validation.items("related")) {
      Fields.of(node, "related", Keys.RELATED, diagnostics)
          .ifPresent(fields -> {
            Optional<Formula> at =
                fields.requiredScalar("at").flatMap(it -> check(it, CelChecker.Wanted.PATH));
            Optional<Message> message = message(fields);
            if (at.isPresent() && message.isPresent()) {
              related.add(new Validation.Related(at.orElseThrow(), message.orElseThrow()));
            }
          });
    }
    return related;
  }

  private boolean shortEnough(YamlNode.Scalar message) {
    boolean fits = message.text().length() <= LONGEST_MESSAGE;
    if (!fits) {
      rule.report("a message may have " + LONGEST_MESSAGE + " characters", message.at());
    }
    return fits;
  }

  private Optional<Message> message(Fields fields) {
    return fields
        .requiredScalar("message")
        .filter(it -> shortEnough(it))
        .map(it -> MessageReader.read(CelText.prose(it), names, diagnostics));
  }
}
