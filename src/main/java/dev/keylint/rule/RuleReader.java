package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `rule.yaml`; everything that is wrong is said with its place.
public final class RuleReader {
  private final RuleFolder folder;
  private final CelChecker checker;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private RuleReader(RuleFolder folder, CelChecker checker) {
    this.folder = folder;
    this.checker = checker;
  }

  /// The rule of a folder, its expressions checked by `checker`.
  public static RuleFile read(RuleFolder folder, CelChecker checker) {
    RuleReader reader = new RuleReader(folder, checker);
    Optional<Rule> rule = reader.read();
    return new RuleFile(reader.diagnostics.isEmpty() ? rule : Optional.empty(), reader.diagnostics);
  }

  private Optional<Rule> read() {
    YamlFile file = YamlReader.read(folder.rule());
    for (Diagnostic it : file.diagnostics()) {
      diagnostics.add(
          new Diagnostic(Diagnostic.Kind.CONFIGURATION, it.message(), it.help(), it.location()));
    }
    if (file.root().isEmpty() && diagnostics.isEmpty()) {
      var start = new Location.InFile(folder.rule(), new Span(0, 0));
      diagnostics.add(Fields.wrong("a rule that says nothing", start));
    }
    return file.root()
        .flatMap(root -> Fields.of(root, "rule", Keys.RULE, diagnostics))
        .flatMap(this::rule);
  }

  private Optional<Rule> rule(Fields fields) {
    Metadata metadata = new MetadataReader(fields, folder.name()).read();
    Value.Obj params = params(fields);
    Optional<Fields> matchFields =
        fields.required("match").flatMap(node -> Fields.of(node, "match", Keys.MATCH, diagnostics));
    Optional<Match> match = matchFields.flatMap(MatchReader::read);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    CelChecker.Names names = checker.names(match.orElseThrow(), names(params));
    BodyReader body = new BodyReader(fields, names);
    List<Variable> variables = body.variables();
    Optional<Formula> when =
        matchFields
            .flatMap(it -> it.scalar("when"))
            .flatMap(it -> body.check(it, CelChecker.Wanted.BOOL));
    return Optional.of(
        new Rule(
            metadata,
            match.orElseThrow(),
            when,
            params,
            variables,
            body.validations(),
            fields.requiredText("remediation").strip(),
            new FixReader(names, diagnostics).read(fields),
            docs(fields)));
  }

  private static List<String> names(Value.Obj params) {
    return params.properties().entries().stream().map(Property::name).toList();
  }

  private Value.Obj params(Fields fields) {
    var none = new Value.Obj(Properties.EMPTY, Origin.at(fields.at()));
    return fields
        .node("params")
        .map(node -> {
          if (YamlValues.value(node) instanceof Value.Obj params) {
            return params;
          }
          fields.report("`params` must be a mapping", node.at());
          return none;
        })
        .orElse(none);
  }

  private Docs docs(Fields fields) {
    Optional<Fields> docs =
        fields.required("docs").flatMap(node -> Fields.of(node, "docs", Keys.DOCS, diagnostics));
    CaseExamples examples = new CaseExamples(folder);
    return new Docs(
        docs.map(it -> it.requiredText("why").strip()).orElse(""),
        docs.map(it -> it.texts("see")).orElse(List.of()),
        examples.noncompliant(),
        examples.compliant());
  }

  /// The lists of a mapping such as `frameworks`.
  static Map<String, List<String>> lists(Fields fields, String key) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (fields.node(key).orElse(null) instanceof YamlNode.Mapping mapping) {
      List<String> keys = mapping.entries().stream().map(entry -> entry.key().text()).toList();
      Fields.of(mapping, key, keys, fields.diagnostics())
          .ifPresent(inner -> keys.forEach(name -> lists.put(name, inner.texts(name))));
    } else {
      fields.node(key).ifPresent(it -> fields.report("`" + key + "` must be a mapping", it.at()));
    }
    return lists;
  }
}
