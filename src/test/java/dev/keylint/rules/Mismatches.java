package dev.keylint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Compares what cases say with what the rule says, line by line.
final class Mismatches {
  private final String file;
  private final List<String> found = new ArrayList<>();

  private Mismatches(String file) {
    this.file = file;
  }

  /// One sentence for each line where they differ; none when all is as annotated.
  static List<String> of(String file, List<Annotation> annotations, List<Answer> answers) {
    Mismatches mismatches = new Mismatches(file);
    TreeSet<Integer> lines = new TreeSet<>();
    annotations.forEach(it -> lines.add(it.line()));
    answers.forEach(it -> lines.add(it.line()));
    for (int line : lines) {
      mismatches.line(
          line,
          annotations.stream().filter(it -> it.line() == line).toList(),
          answers.stream().filter(it -> it.line() == line).toList());
    }
    return List.copyOf(mismatches.found);
  }

  private void line(int line, List<Annotation> annotations, List<Answer> answers) {
    if (annotations.stream().anyMatch(it -> it.kind() == Annotation.Kind.TODOOK)) {
      if (answers.isEmpty()) {
        report(line, "the gap is closed: write ok for todook");
      }
      return;
    }
    for (Annotation annotation : annotations) {
      switch (annotation.kind()) {
        case RULEID -> one(annotation, Answer.Kind.FAIL, answers);
        case UNKNOWN -> one(annotation, Answer.Kind.OPEN, answers);
        case TODORULEID -> {
          if (answers.stream().anyMatch(it -> it.kind() == Answer.Kind.FAIL)) {
            report(line, "the gap is closed: write ruleid for todoruleid");
          }
        }
        case OK, TODOOK, NOFIX -> {}
      }
    }
    for (Answer answer : answers) {
      if (annotations.stream().noneMatch(it -> expects(it, answer))) {
        report(line, "not annotated: " + answer.kind() + " " + answer.message());
      }
    }
  }

  private void one(Annotation annotation, Answer.Kind kind, List<Answer> answers) {
    List<Answer> fitting =
        answers.stream()
            .filter(it -> it.kind() == kind && it.message().contains(annotation.part()))
            .toList();
    if (fitting.size() != 1) {
      report(
          annotation.line(),
          "expected one " + kind + " \"" + annotation.part() + "\", got " + answers);
    }
  }

  /// A gap that is half closed may be open already.
  private static boolean expects(Annotation annotation, Answer answer) {
    return switch (annotation.kind()) {
      case RULEID -> answer.kind() == Answer.Kind.FAIL;
      case UNKNOWN -> answer.kind() == Answer.Kind.OPEN;
      case TODORULEID, TODOOK -> true;
      case OK, NOFIX -> false;
    };
  }

  private void report(int line, String message) {
    found.add(file + ":" + line + ": " + message);
  }
}
