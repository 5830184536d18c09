package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import java.util.regex.Pattern;

/// What holds of every file, however broken.
final class Invariants {
  private static final Pattern TRIVIA =
      Pattern.compile(
          "([ \\t]|//[^\\r\\n]*+|/\\*(?s:.*?)(\\*/|\\z)|#(disable-next-line|disable-diagnostics|restore-diagnostics)["
              + " \\tA-Za-z0-9_-]*+)*+");

  private Invariants() {}

  static void check(BicepFile file) {
    tokensAndTriviaAreTheFile(file);
    for (Declaration declaration : file.declarations()) {
      nested(OfficialNames.of(declaration));
    }
    int length = file.source().text().length();
    assertThat(file.diagnostics())
        .allSatisfy(diagnostic ->
            assertThat(diagnostic.location())
                .isInstanceOfSatisfying(
                    Location.InFile.class,
                    place -> assertThat(place.span().end()).isLessThanOrEqualTo(length)));
  }

  private static void tokensAndTriviaAreTheFile(BicepFile file) {
    String text = file.source().text();
    var copy = new StringBuilder();
    int end = 0;
    for (Token token : file.tokens()) {
      String trivia = text.substring(end, token.start());
      if (!trivia.isBlank() && !TRIVIA.matcher(trivia).matches()) {
        throw new AssertionError("no trivia: " + trivia);
      }
      copy.append(trivia).append(file.source().slice(token.span()));
      end = token.end();
    }
    assertThat(copy.toString()).isEqualTo(text);
    assertThat(file.tokens().getLast().type()).isEqualTo(TokenType.END_OF_FILE);
  }

  private static void nested(OfficialNames.Named node) {
    for (OfficialNames.Named child : node.children()) {
      if (child.start() < node.start() || child.end() > node.end()) {
        throw new AssertionError(place(child) + " sticks out of " + place(node));
      }
      nested(child);
    }
  }

  private static String place(OfficialNames.Named node) {
    return node.name() + " " + node.start() + ".." + node.end();
  }
}
