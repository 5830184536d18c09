package dev.keylint.rule;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Writes rules.
final class RulePacker {
  private final Packer out;
  private final ExpressionPacker expressions;

  RulePacker(Packer out) {
    this.out = out;
    this.expressions = new ExpressionPacker(out);
  }

  void rule(Rule rule) throws IOException {
    metadata(rule.metadata());
    match(rule.match());
    out.optional(rule.when(), this::formula);
    out.value(rule.params());
    out.list(rule.variables(), this::variable);
    out.list(rule.validations(), this::validation);
    out.text(rule.remediation());
    out.optional(rule.fix(), this::fix);
    out.text(rule.docs().why());
    out.texts(rule.docs().see());
    out.optional(rule.docs().noncompliant(), this::example);
    out.optional(rule.docs().compliant(), this::example);
  }

  private void metadata(Metadata metadata) throws IOException {
    out.text(metadata.id());
    out.text(metadata.title());
    out.word(metadata.severity());
    out.optional(metadata.securitySeverity(), out::real);
    out.word(metadata.precision());
    out.text(metadata.since());
    out.word(metadata.status());
    out.optional(metadata.replacedBy(), out::text);
    out.texts(metadata.replaces());
    out.optional(metadata.explains(), this::explains);
    out.number(metadata.optIn() ? 1 : 0);
    out.texts(metadata.tags());
    out.number(metadata.frameworks().size());
    for (Map.Entry<String, List<String>> it : metadata.frameworks().entrySet()) {
      out.text(it.getKey());
      out.texts(it.getValue());
    }
  }

  private void explains(Explains explains) throws IOException {
    out.word(explains.link());
    out.optional(explains.answer(), out::text);
  }

  private void match(Match match) throws IOException {
    switch (match) {
      case Match.Resource(List<String> types) -> {
        out.tag(Tag.RESOURCE);
        out.texts(types);
      }
      case Match.Each(Match.Kind kind) -> {
        out.tag(Tag.EACH);
        out.word(kind);
      }
    }
  }

  private void formula(Formula formula) throws IOException {
    out.text(formula.text());
    out.text(formula.file());
    out.number(formula.at().line());
    out.number(formula.at().column());
    expressions.write(formula.root());
  }

  private void variable(Variable variable) throws IOException {
    out.text(variable.name());
    formula(variable.formula());
  }

  private void message(Message message) throws IOException {
    out.list(message.parts(), this::part);
  }

  private void part(Message.Part part) throws IOException {
    switch (part) {
      case Message.Words(String text) -> {
        out.tag(Tag.WORDS);
        out.text(text);
      }
      case Message.Hole(Formula formula) -> {
        out.tag(Tag.HOLE);
        formula(formula);
      }
    }
  }

  private void validation(Validation validation) throws IOException {
    formula(validation.expression());
    out.optional(validation.at(), this::formula);
    message(validation.message());
    out.list(validation.related(), this::related);
    out.optional(validation.severity(), out::word);
    out.optional(validation.securitySeverity(), out::real);
    out.optional(validation.fix(), this::fix);
    out.texts(validation.replaces());
  }

  private void related(Validation.Related related) throws IOException {
    formula(related.at());
    message(related.message());
  }

  private void fix(Fix fix) throws IOException {
    out.list(fix.edits(), this::edit);
    out.word(fix.safety());
    out.optional(fix.because(), out::text);
  }

  private void edit(Fix.Edit edit) throws IOException {
    switch (edit) {
      case Fix.Set(Formula at, var value) -> {
        out.tag(Tag.SET);
        formula(at);
        out.value(value);
      }
      case Fix.SetText(Formula at, Message text) -> text(Tag.SET_TEXT, at, text);
      case Fix.Replace(Formula at, Message from, Message to) -> {
        out.tag(Tag.REPLACE);
        formula(at);
        message(from);
        message(to);
      }
      case Fix.Remove(Formula at) -> at(Tag.REMOVE, at);
      case Fix.Default(Formula at, var value) -> {
        out.tag(Tag.DEFAULT);
        formula(at);
        out.value(value);
      }
      case Fix.Secure(Formula at) -> at(Tag.SECURE, at);
      case Fix.Refer refer -> refer(refer);
      case Fix.Setting setting -> setting(setting);
      case Fix.Assign assign -> assign(assign);
      case Fix.Guid(Formula at) -> at(Tag.GUID, at);
      case Fix.Behind(Formula at, Message text) -> text(Tag.BEHIND, at, text);
      case Fix.Zones(Formula at, Message names) -> text(Tag.ZONES, at, names);
      case Fix.Logs(Formula at) -> at(Tag.LOGS, at);
    }
  }

  private void at(Tag tag, Formula at) throws IOException {
    out.tag(tag);
    formula(at);
  }

  private void text(Tag tag, Formula at, Message text) throws IOException {
    at(tag, at);
    message(text);
  }

  private void refer(Fix.Refer refer) throws IOException {
    out.tag(Tag.REFER);
    formula(refer.at());
    formula(refer.to());
    out.word(refer.link());
  }

  private void setting(Fix.Setting setting) throws IOException {
    out.tag(Tag.SETTING);
    formula(setting.at());
    message(setting.name());
    formula(setting.to());
    out.word(setting.link());
  }

  private void assign(Fix.Assign assign) throws IOException {
    out.tag(Tag.ASSIGN);
    formula(assign.at());
    formula(assign.to());
    message(assign.role());
  }

  private void example(Docs.Example example) throws IOException {
    out.text(example.language());
    out.text(example.text());
  }
}
