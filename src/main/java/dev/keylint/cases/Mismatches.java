package dev.keylint.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares what cases say with what the rule says, line by line.
final class Mismatches {
  private final List<String> found = new ArrayList<>();

  private Mismatches() {}

  /// One sentence for each line where they differ; none when all is as annotated.
  static List<String> of(List<Annotation> annotations, List<Answer> answers) {
    Mismatches mismatches = new Mismatches();
    TreeSet<Line> lines = new TreeSet<>();
    annotations.forEach(it -> lines.add(it.line()));
    answers.forEach(it -> lines.add(it.line()));
    for (Line line : lines) {
      mismatches.line(
          line,
          annotations.stream().filter(it -> it.line().equals(line)).toList(),
          answers.stream().filter(it -> it.line().equals(line)).toList());
    }
    return List.copyOf(mismatches.found);
  }

  private void line(Line line, List<Annotation> annotations, List<Answer> answers) {
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
        report(line, answer.kind().says() + " that no annotation expects: " + answer.message());
      }
    }
  }

  private void one(Annotation annotation, Answer.Kind kind, List<Answer> answers) {
    List<Answer> fitting =
        answers.stream()
            .filter(it -> it.kind() == kind && it.message().contains(annotation.part()))
            .toList();
    if (fitting.size() != 1) {
      String part = annotation.part().isEmpty() ? "" : " with \"" + annotation.part() + "\"";
      report(
          annotation.line(), "expected " + kind.says() + part + ", and there is " + got(answers));
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

  private static String got(List<Answer> answers) {
    return answers.isEmpty()
        ? "none"
        : answers.stream()
            .map(it -> it.kind().says() + ": " + it.message())
            .collect(Collectors.joining("; and "));
  }

  private void report(Line line, String message) {
    found.add((line.equals(Line.ELSEWHERE) ? "" : line + ": ") + message);
  }
}
