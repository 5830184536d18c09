package dev.keylint.cli;

import dev.keylint.access.Row;
import dev.keylint.text.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which rows of an inventory somebody asks for.
///
/// @param who the workload or identity whose rows are wanted
/// @param explain from whom and to which service; empty when no call is to be explained
record AccessQuery(Optional<String> who, List<String> explain) {
  /// Those of the rows that are asked for.
  ///
  /// @throws Usage when nothing is called so
  List<Row> of(List<Row> rows) {
    List<Row> some = rows.stream().filter(row -> who.map(row::isOf).orElse(true)).toList();
    if (who.isPresent() && some.isEmpty()) {
      throw new Usage(
          "--for names `"
              + who.orElseThrow()
              + "`, of which nothing is seen"
              + meant(who.orElseThrow(), names(rows, Row::caller)));
    }
    return explain.size() < 2 ? some : explained(some);
  }

  private List<Row> explained(List<Row> rows) {
    String from = explain.get(0);
    String to = explain.get(1);
    List<Row> found =
        rows.stream().filter(Row::called).filter(row -> row.isOf(from) && row.isTo(to)).toList();
    if (found.isEmpty()) {
      List<Row> calls = rows.stream().filter(Row::called).toList();
      boolean known = calls.stream().anyMatch(row -> row.isOf(from));
      throw new Usage(
          "no call from `"
              + from
              + "` to `"
              + to
              + "` is seen"
              + (known
                  ? meant(
                      to, names(calls.stream().filter(it -> it.isOf(from)).toList(), Row::target))
                  : meant(from, names(calls, Row::caller))));
    }
    return found;
  }

  private static List<String> names(List<Row> rows, Function<Row, String> name) {
    return rows.stream().map(name).distinct().sorted().toList();
  }

  private static String meant(String asked, List<String> names) {
    if (names.isEmpty()) {
      return "; no call is seen at all";
    }
    return Spelling.closest(asked, names)
        .map(near -> "; perhaps `" + near + "` is meant")
        .orElseGet(() ->
            names.stream().limit(10).collect(Collectors.joining("`, `", "; there is `", "`")));
  }
}
