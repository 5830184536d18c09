package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.check.FieldType;
import dev.keylint.check.Shape;
import dev.keylint.check.Shapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The guide to writing rules lists what expressions may read.
final class RuleGuideTest {
  @Test
  void listsEachMemberOfEachStruct() throws IOException {
    List<String> rows = new ArrayList<>();
    Shapes.all().forEach(shape -> rows.addAll(rows(shape)));
    String guide = Files.readString(Path.of("rules", "README.md"));
    assertThat(guide.lines()).containsSubsequence(rows);
    assertThat(guide.lines().filter(line -> line.matches("\\| `(" + shapes() + ")\\..*")))
        .containsExactlyElementsOf(rows);
  }

  private static String shapes() {
    return Shapes.all().stream().map(Shape::name).collect(Collectors.joining("|"));
  }

  private static List<String> rows(Shape<?> shape) {
    List<String> rows = new ArrayList<>();
    shape
        .fields()
        .forEach(it -> rows.add(row(shape.name() + "." + it.name(), type(it.type()), it.says())));
    shape
        .questions()
        .forEach(it ->
            rows.add(
                row(
                    shape.name() + "." + it.name() + "(" + arguments(it) + ")",
                    "bool",
                    it.says())));
    return rows;
  }

  private static String arguments(Shape.Question<?> question) {
    return question.arguments().stream()
        .map(RuleGuideTest::type)
        .map(it -> it.equals("string") ? "text" : it)
        .collect(Collectors.joining(", "));
  }

  private static String row(String name, String type, String says) {
    return "| `" + name + "` | " + type + " | " + says + " |";
  }

  private static String type(FieldType type) {
    return switch (type) {
      case FieldType.Plain(String name) -> name;
      case FieldType.ListOf(FieldType items) -> "list of " + type(items);
      case FieldType.Of(String shape) -> shape;
    };
  }
}
