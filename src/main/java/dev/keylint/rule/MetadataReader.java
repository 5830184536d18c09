package dev.keylint.rule;

import dev.keylint.text.Spelling;
import dev.keylint.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads how a rule is called and ranked.
final class MetadataReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final Pattern SCORE = Pattern.compile("10\\.0|[0-9]\\.[0-9]");

  private final Fields fields;
  private final String folder;

  MetadataReader(Fields fields, String folder) {
    this.fields = fields;
    this.folder = folder;
  }

  Metadata read() {
    Severity severity =
        fields.requiredScalar("severity").flatMap(it -> severity(fields, it)).orElse(Severity.NOTE);
    Status status = word("status", Status.values(), Status::word).orElse(Status.STABLE);
    if (status == Status.DEPRECATED && fields.node("replacedBy").isEmpty()) {
      fields.report("a deprecated rule needs `replacedBy`", fields.at());
    }
    return new Metadata(
        id(),
        title(),
        severity,
        score(fields, severity),
        fields
            .required("precision")
            .flatMap(_ -> word("precision", Precision.values(), Precision::word))
            .orElse(Precision.LOW),
        since(),
        status,
        fields.text("replacedBy"),
        fields.texts("replaces"),
        explains(),
        flag("opt-in"),
        fields.texts("tags"),
        RuleReader.lists(fields, "frameworks"));
  }

  private Optional<Explains> explains() {
    return fields
        .node("explains")
        .flatMap(it -> Fields.of(it, "explains", Keys.EXPLAINS, fields.diagnostics()))
        .flatMap(it ->
            it.requiredScalar("link")
                .flatMap(link -> word(it, link, Explains.Link.values(), Explains.Link::word))
                .map(link -> new Explains(link, it.text("answer"))));
  }

  private String id() {
    Optional<YamlNode.Scalar> id = fields.requiredScalar("id");
    id.ifPresent(it -> {
      if (!ID.matcher(it.text()).matches()) {
        fields.report("the id `" + it.text() + "` is not in kebab case", it.at());
      } else if (!it.text().equals(folder)) {
        fields.report(
            "the id `" + it.text() + "` is not the name of the folder, `" + folder + "`", it.at());
      }
    });
    return id.map(YamlNode.Scalar::text).orElse(folder);
  }

  /// True or false; false when it is left out.
  private boolean flag(String key) {
    Optional<YamlNode.Scalar> scalar = fields.scalar(key);
    scalar
        .filter(it -> !it.text().equals("true") && !it.text().equals("false"))
        .ifPresent(it -> fields.report("`" + key + "` is `true` or `false`", it.at()));
    return scalar.map(it -> it.text().equals("true")).orElse(false);
  }

  private String title() {
    Optional<YamlNode.Scalar> title = fields.requiredScalar("title");
    title
        .filter(it -> it.text().endsWith(".") || it.text().isBlank())
        .ifPresent(it -> fields.report("a title is a phrase without a full stop", it.at()));
    return title.map(YamlNode.Scalar::text).orElse("");
  }

  private String since() {
    Optional<YamlNode.Scalar> since = fields.requiredScalar("since");
    since
        .filter(it -> !VERSION.matcher(it.text()).matches())
        .ifPresent(it -> fields.report("`" + it.text() + "` is no version like `1.2.3`", it.at()));
    return since.map(YamlNode.Scalar::text).orElse("");
  }

  static Optional<Severity> severity(Fields fields, YamlNode.Scalar scalar) {
    return word(fields, scalar, Severity.values(), Severity::word);
  }

  /// The number of a severity; it must lie in the range of its level.
  static Optional<Double> score(Fields fields, Severity severity) {
    Optional<YamlNode.Scalar> scalar = fields.scalar("security-severity");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    YamlNode.Scalar it = scalar.orElseThrow();
    if (!SCORE.matcher(it.text()).matches()) {
      fields.report("`security-severity` is a number from 0.0 to 10.0 with one decimal", it.at());
      return Optional.empty();
    }
    double score = Double.parseDouble(it.text());
    Severity fitting =
        score >= 7.0 ? Severity.ERROR : score >= 4.0 ? Severity.WARNING : Severity.NOTE;
    if (fitting != severity) {
      fields.report(
          "`security-severity` of "
              + it.text()
              + " is one of a rule of severity `"
              + fitting.word()
              + "`",
          it.at());
    }
    return Optional.of(score);
  }

  private <E> Optional<E> word(String key, E[] values, Function<E, String> words) {
    return fields.scalar(key).flatMap(scalar -> word(fields, scalar, values, words));
  }

  private static <E> Optional<E> word(
      Fields fields, YamlNode.Scalar scalar, E[] values, Function<E, String> words) {
    for (E value : values) {
      if (words.apply(value).equals(scalar.text())) {
        return Optional.of(value);
      }
    }
    List<String> all = Arrays.stream(values).map(words).toList();
    String help =
        Spelling.closest(scalar.text(), all)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("it may be " + String.join(", ", all));
    fields
        .diagnostics()
        .add(Fields.wrong("unknown word `" + scalar.text() + "`", scalar.at()).help(help));
    return Optional.empty();
  }
}
