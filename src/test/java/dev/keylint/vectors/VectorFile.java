package dev.keylint.vectors;

import dev.keylint.vectors.Vector.Expectation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Reads a file of vectors: lines `expression ---> value`, and blocks of files.
///
/// ```
/// # a remark
/// 1 + 1 ---> 2
/// block what it is about
/// --- main.bicep
/// output x int = 1
/// ---> x: 1
/// end
/// ```
///
/// A value is JSON; behind `$` the normal form of one that is not known; `!` and a text say what is
/// wrong. In a block, `---> @name path: value` looks into a resource, `---> resources: …` lists
/// all, and `---> ! text` wants a diagnostic.
final class VectorFile {
  private static final String ARROW = "--->";

  private final Function<String, Map<String, String>> files;
  private final List<Vector> vectors = new ArrayList<>();
  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private final List<Expectation> expected = new ArrayList<>();
  private String block = "";
  private String path = "";

  private VectorFile(Function<String, Map<String, String>> files) {
    this.files = files;
  }

  /// @param files the files that deploy an expression as the output `x`
  static List<Vector> read(String resource, Function<String, Map<String, String>> files) {
    VectorFile file = new VectorFile(files);
    text(resource).lines().forEach(file::line);
    if (!file.block.isEmpty()) {
      throw new IllegalStateException("the block `" + file.block + "` has no end");
    }
    return file.vectors;
  }

  private void line(String line) {
    if (!block.isEmpty()) {
      inBlock(line);
    } else if (line.startsWith("block ")) {
      block = line.substring("block ".length());
    } else if (!line.isBlank() && !line.startsWith("#")) {
      int arrow = line.lastIndexOf(ARROW);
      if (arrow < 0) {
        throw new IllegalStateException("no " + ARROW + " in `" + line + "`");
      }
      String expression = line.substring(0, arrow).strip();
      String value = line.substring(arrow + ARROW.length()).strip();
      Expectation wanted =
          value.startsWith("!")
              ? new Expectation.Said(value.substring(1).strip())
              : new Expectation.Output("x", value);
      vectors.add(new Vector(expression, files.apply(expression), List.of(wanted)));
    }
  }

  private void inBlock(String line) {
    if (line.equals("end")) {
      Map<String, String> all = new LinkedHashMap<>();
      texts.forEach((name, text) -> all.put(name, text.toString()));
      vectors.add(new Vector(block, all, expected));
      texts.clear();
      expected.clear();
      block = "";
    } else if (line.startsWith(ARROW)) {
      expected.add(expectation(line.substring(ARROW.length()).strip()));
    } else if (line.startsWith("--- ")) {
      path = line.substring(4).strip();
      texts.put(path, new StringBuilder());
    } else {
      Objects.requireNonNull(texts.get(path), block).append(line).append('\n');
    }
  }

  private static Expectation expectation(String text) {
    if (text.startsWith("!")) {
      return new Expectation.Said(text.substring(1).strip());
    }
    int colon = text.indexOf(": ");
    String what = text.substring(0, colon);
    String value = text.substring(colon + 2).strip();
    if (what.equals("resources")) {
      return new Expectation.Resources(value);
    }
    if (what.startsWith("@")) {
      int space = what.indexOf(' ');
      return new Expectation.Member(what.substring(1, space), what.substring(space + 1), value);
    }
    return new Expectation.Output(what, value);
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(VectorFile.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
