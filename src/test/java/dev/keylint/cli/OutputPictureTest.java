package dev.keylint.cli;

import dev.keylint.Golden;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The picture in the README is what keylint prints, but for how many rules there are: a new one
/// that finds nothing there is no reason for another picture.
final class OutputPictureTest {
  private static final String STORY = "fixtures/scenarios/rag-openai-search-403";

  @Test
  void showsWhatAScanPrints() {
    Scanned scan =
        Scanned.command(
            Path.of("").toAbsolutePath(),
            Map.of("FORCE_COLOR", "1", "COLUMNS", "100"),
            new ByteArrayOutputStream(),
            "scan",
            STORY);
    Golden.assertFileMatches(
        Path.of("docs", "output.svg"),
        TerminalPicture.of(
            "keylint finds in a terminal why a chat app gets 403 from Azure AI Search",
            "./keylint scan " + STORY,
            scan.out().replaceFirst(", ran \\d+ rules", "")));
  }
}
