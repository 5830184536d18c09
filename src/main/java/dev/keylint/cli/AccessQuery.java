package dev.keylint.cli;

import dev.keylint.access.Row;
import dev.keylint.value.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which rows of an inventory somebody asks for.
///
/// @param who the workload or identity whose rows are wanted
/// @param explain from whom and to which service; empty when no call is to be explained
record AccessQuery(Optional<String> who, List<String> explain) {
  /// Those of the rows that are asked for; none for somebody who is there and may do nothing.
  ///
  /// @param known what workloads and identities are known by, in lower case
  /// @throws Usage when nothing is called so
  List<Row> of(List<Row> rows, Set<String> known) {
    Optional<String> owner = who.map(it -> meant(it, rows, Row::isOf, AccessQuery::own));
    List<Row> some = rows.stream().filter(row -> owner.map(row::isOf).orElse(true)).toList();
    if (owner.filter(it -> !known.contains(it.toLowerCase(Locale.ROOT))).isPresent()
        && some.isEmpty()) {
      List<String> callers = names(rows, Row::caller);
      throw new Usage(
          "--for names `"
              + owner.orElseThrow()
              + "`, of which nothing is seen"
              + Meant.instead(owner.orElseThrow(), callers, "seen are"));
    }
    return explain.size() < 2 ? some : explained(some);
  }

  private List<Row> explained(List<Row> rows) {
    List<Row> calls = rows.stream().filter(Row::called).toList();
    String from = meant(explain.get(0), calls, Row::isOf, AccessQuery::own);
    List<Row> own = calls.stream().filter(row -> row.isOf(from)).toList();
    String to = meant(explain.get(1), own, Row::isTo, row -> Stream.of(row.target()));
    List<Row> found = own.stream().filter(row -> row.isTo(to)).toList();
    if (found.isEmpty()) {
      throw new Usage(
          "no call from `" + from + "` to `" + to + "` is seen" + instead(from, to, calls, own));
    }
    return found;
  }

  /// What can be asked for when nothing is seen between two.
  private static String instead(String from, String to, List<Row> calls, List<Row> own) {
    if (calls.isEmpty()) {
      return "; no call is seen at all";
    }
    List<String> callers = names(calls, Row::caller);
    List<String> services = names(own.isEmpty() ? calls : own, Row::fullTarget);
    return own.isEmpty()
        ? Meant.near(from, callers)
            .orElseGet(() ->
                "; "
                    + Meant.listed("callers that are seen", callers)
                    + "; "
                    + Meant.listed("services", services))
        : Meant.instead(to, services, "services that `" + from + "` calls");
  }

  /// The names that a caller is shown under.
  private static Stream<String> own(Row row) {
    return Stream.concat(Stream.of(row.caller()), row.identity().stream());
  }

  /// A name that is known in part stands for the one that begins so; else what is asked stands.
  private static String meant(
      String asked,
      List<Row> rows,
      BiPredicate<Row, String> isNamed,
      Function<Row, Stream<String>> shown) {
    if (asked.isEmpty() || rows.stream().anyMatch(row -> isNamed.test(row, asked))) {
      return asked;
    }
    List<String> begin =
        rows.stream()
            .flatMap(shown)
            .filter(name -> name.contains(Shown.UNKNOWN))
            .filter(name -> name.regionMatches(true, 0, asked, 0, asked.length()))
            .distinct()
            .sorted()
            .toList();
    if (begin.size() > 1) {
      throw new Usage("`" + asked + "` may be several; " + Meant.listed("so begin", begin));
    }
    return begin.isEmpty() ? asked : begin.getFirst();
  }

  private static List<String> names(List<Row> rows, Function<Row, String> name) {
    return rows.stream().map(name).distinct().sorted().toList();
  }
}
