package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SarifReportTest {
  @Test
  void uploadsActiveFailuresOnly() throws IOException {
    byte[] file = sarif(SarifReport.Profile.CODE_SCANNING, Samples.all());
    assertThat(IngestionChecker.violations(file)).isEmpty();
    Golden.assertMatches("report/all.sarif", text(file));
  }

  @Test
  void archivesEveryAnswer() throws IOException {
    ReportInput input =
        Samples.input(
            List.of(Samples.openAi(), Samples.open(), Samples.pass(), Samples.suppressed()),
            List.of());
    byte[] file = sarif(SarifReport.Profile.FULL, input);
    assertThat(IngestionChecker.violations(file)).isEmpty();
    Golden.assertMatches("report/all-full.sarif", text(file));
  }

  static byte[] sarif(SarifReport.Profile profile, ReportInput input) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SarifReport(profile).write(input, bytes);
    return bytes.toByteArray();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
