package dev.keylint.cli;

import dev.keylint.finding.CoverageUnit;
import dev.keylint.live.SnapshotReader;
import dev.keylint.live.UnitReport;
import dev.keylint.module.IoProblem;
import dev.keylint.report.HiddenTexts;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A snapshot of Azure, to be judged or to be joined with templates.
///
/// @param label what messages call the file
record StateFile(String label, Estate estate, List<CoverageUnit> units) {

  /// @throws Usage when it can't be read
  static StateFile read(Path file, String label) {
    try {
      Source source = Source.of(label, Files.readString(file, StandardCharsets.UTF_8));
      SnapshotReader.Result result = SnapshotReader.read(source);
      return new StateFile(
          label, result.estate(), result.units().stream().map(StateFile::unit).toList());
    } catch (IOException e) {
      throw new Usage("`" + label + "` can't be read: " + IoProblem.reason(e));
    }
  }

  /// What is deployed, by itself.
  Input alone() {
    return new Input(
        new One(Expanded.of(estate)),
        List.of(label),
        List.of(),
        List.of(),
        units,
        true,
        Optional.empty(),
        HiddenTexts.NONE,
        Optional.empty(),
        new Again(List::of, () -> 0, _ -> alone(), (_, _) -> alone()));
  }

  /// Templates, and beside them what is deployed.
  Input beside(Input templates) {
    List<Diagnostic> diagnostics = new ArrayList<>(templates.diagnostics());
    diagnostics.addAll(estate.diagnostics());
    return new Input(
        templates.estates(),
        templates.files(),
        diagnostics,
        templates.silences(),
        units,
        false,
        Optional.of(estate),
        HiddenTexts.all(List.of(templates.hidden(), Secrets.in(estate))),
        templates.own(),
        templates.again().with(this::beside));
  }

  /// A single estate, which is here already.
  private record One(Expanded expanded) implements Estates {
    @Override
    public <T> Stream<T> map(Function<Expanded, T> use) {
      return Stream.of(use.apply(expanded));
    }
  }

  private static CoverageUnit unit(UnitReport unit) {
    CoverageUnit.State state =
        switch (unit.state()) {
          case OK -> CoverageUnit.State.OK;
          case FORBIDDEN -> CoverageUnit.State.DENIED;
          case THROTTLED -> CoverageUnit.State.THROTTLED;
          case FAILED -> CoverageUnit.State.FAILED;
        };
    return new CoverageUnit(unit.scope(), unit.name(), state, unit.rows(), unit.error().orElse(""));
  }
}
