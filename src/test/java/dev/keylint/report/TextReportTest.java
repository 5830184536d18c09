package dev.keylint.report;

import dev.keylint.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextReportTest {
  @Test
  void showsEachFindingWithItsCode() throws IOException {
    Golden.assertMatches("report/all.txt", text(Samples.all(), false, 120));
  }

  @Test
  void fitsIntoEightyColumns() throws IOException {
    Golden.assertMatches("report/all-80.txt", text(Samples.all(), false, 80));
  }

  @Test
  void colours() throws IOException {
    Golden.assertMatches("report/all-colours.txt", text(Samples.all(), true, 100));
  }

  static String text(ReportInput input, boolean colour, int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TextReport(colour, width).write(input, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
